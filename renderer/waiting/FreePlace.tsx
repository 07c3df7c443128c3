import { Button } from '@mantine/core'
import type { WaitingCandidate } from '../../shared/contract/waiting.ts'
import type { Inputs } from '../../shared/contract/inferred.ts'
import type { PractitionerId, RoomId, ServiceTypeId } from '../../shared/domain/ids.ts'
import { openOffer } from '../../shared/domain/waiting/entry.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { travelWords } from '../../shared/text/en/patients.ts'
import { waitingText } from '../../shared/text/en/waiting.ts'
import { useDesk, useRead } from '../client.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { OfferSteps } from './OfferSteps.tsx'
import { useWaitingSteps, type WaitingSteps } from './useWaitingSteps.ts'
import './waiting.css'

export type Called = { readonly person: (id: PractitionerId) => string; readonly room: (id: RoomId) => string; readonly service: (id: ServiceTypeId) => string }
type FreePlaceProps = { readonly place: Inputs['waiting']['match']; readonly called: Called; readonly title?: string | undefined }

/** How many of those for whom a place is not are named with what stands against it. */
const shown = 6

function Candidate({ candidate, called, steps }: { readonly candidate: WaitingCandidate; readonly called: Called; readonly steps: WaitingSteps }) {
  const { may } = useDesk()
  const { place, obstacles, patientName, telephone, travelMinutes, entry } = candidate
  return (
    <li>
      <div className="line-words">
        <strong><bdi>{fullName(patientName)}</bdi></strong> <span className="quiet">{[called.service(entry.serviceTypeId), entry.lost === null ? '' : waitingText.lost(entry.lost), telephone, travelMinutes === null ? '' : travelWords(travelMinutes)].filter(part => part !== '').join(' · ')}</span>
        <div className={place === null ? 'quiet' : 'waiting-fits'}>
          {place === null ? obstacles.map(each => waitingText.obstacles[each]).join(', ') : waitingText.fits(called.person(place.performerId), place.roomId === null ? '' : called.room(place.roomId))}
        </div>
        {may('appointment.write') && <OfferSteps line={candidate} steps={steps} />}
      </div>
      {may('appointment.write') && place !== null && openOffer(entry) === null && (
        <Button size="compact-xs" variant="light" disabled={steps.saving} aria-label={waitingText.offerTo(fullName(patientName))} onClick={() => steps.offer(candidate, place)}>{waitingText.offer}</Button>
      )}
    </li>
  )
}

/** A place that became free, and those who wait, for whom it is first. */
export function FreePlace({ place, called, title = waitingText.freeTitle }: FreePlaceProps) {
  const { client } = useDesk()
  const steps = useWaitingSteps()
  const read = useRead(['waiting', 'match', place], () => client.waiting.match(place), { keep: true })
  return (
    <Section title={title} hint={waitingText.freeHint(place.start)}>
      <ProblemNotice problem={steps.problem} />
      <Shown read={read}>
        {candidates => {
          const fitting = candidates.filter(each => each.place !== null).length
          const listed = candidates.slice(0, fitting + shown)
          if (candidates.length === 0) return <p className="quiet">{waitingText.freeNone}</p>
          return (
            <>
              <ul className="line-list" aria-label={waitingText.candidates}>
                {listed.map(candidate => <Candidate key={candidate.entry.id} candidate={candidate} called={called} steps={steps} />)}
              </ul>
              {candidates.length > listed.length && <p className="quiet">{waitingText.more(candidates.length - listed.length)}</p>}
            </>
          )
        }}
      </Shown>
    </Section>
  )
}
