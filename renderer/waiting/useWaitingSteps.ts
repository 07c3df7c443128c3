import { useMemo } from 'react'
import type { WaitingLine } from '../../shared/contract/waiting.ts'
import type { Offer } from '../../shared/domain/waiting/entry.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { waitingText } from '../../shared/text/en/waiting.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { type Save, useSave } from '../ui/useSave.ts'

type Line = Pick<WaitingLine, 'entry' | 'patientName'>

/** What can be done with somebody who waits, told to the bottom line; booking can be taken back. */
export type WaitingSteps = Pick<Save, 'saving' | 'problem'> & {
  readonly offer: (line: Line, place: Pick<Offer, 'start' | 'performerId' | 'roomId'>) => void
  readonly accept: (line: Line) => void
  readonly decline: (line: Line) => void
  readonly withdraw: (line: Line) => void
}

export function useWaitingSteps(): WaitingSteps {
  const { client } = useDesk()
  const { save, saving, problem } = useSave()
  const steps = useMemo(() => {
    const seen = ({ entry: { id, version } }: Line) => ({ id, version })
    const say = async (asked: Promise<unknown>, words: string): Promise<void> => {
      if (await asked !== null) screen.say(words)
    }
    return {
      offer: (line: Line, place: Pick<Offer, 'start' | 'performerId' | 'roomId'>) =>
        void say(save(() => client.waiting.offer({ ...seen(line), place })), waitingText.offered(fullName(line.patientName), place.start)),
      decline: (line: Line) => void say(save(() => client.waiting.decline(seen(line))), waitingText.declined(fullName(line.patientName))),
      withdraw: (line: Line) => void say(save(() => client.waiting.withdraw(seen(line))), waitingText.removed(fullName(line.patientName))),
      accept: (line: Line) => void save(() => client.waiting.accept(seen(line))).then(done => {
        if (done === null) return
        const { entry, visit } = done
        screen.did({
          label: waitingText.accepted(fullName(line.patientName), visit.appointment.start),
          undo: async () => {
            const back = await client.waiting.takeBack({ id: entry.id, version: entry.version })
            return back.ok ? null : problemSentence(back.problem)
          },
        })
      }),
    }
  }, [client, save])
  return { ...steps, saving, problem }
}
