import { Button } from '@mantine/core'
import { fullName } from '../../shared/text/en/names.ts'
import { sickCallText, spellWords } from '../../shared/text/en/sickCall.ts'
import { useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { Answered } from './Answered.tsx'
import { useSickCallDraft } from './sickCallDraft.ts'
import { SickCallPlan } from './SickCallPlan.tsx'
import type { Called } from './sickCallWords.ts'
import { SpellForm } from './SpellForm.tsx'
import './sickCall.css'

function Recent({ called, show }: { readonly called: Called; readonly show: ReturnType<typeof useSickCallDraft>['show'] }) {
  const { client } = useDesk()
  const read = useRead(['sickCall', 'list'], () => client.sickCall.list({}))
  return (
    <Section title={sickCallText.recentTitle} level={2}>
      <Shown read={read}>
        {calls => calls.length === 0 ? <p className="quiet">{sickCallText.recentNone}</p> : (
          <ul className="line-list">
            {calls.map(({ id, practitionerId, start, end, moves, undoneAt }) => (
              <li key={id}>
                <button type="button" className="link line-words" onClick={() => show(id)}>
                  {sickCallText.recent(called.person(practitionerId), spellWords(start, end), moves.length)}
                </button>
                {undoneAt !== null && <span className="quiet">{sickCallText.recentUndone}</span>}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Section>
  )
}

/** Somebody calls in sick: who and until when, what it means, where everything goes, and whom to call. */
export function SickCallScreen() {
  const { client, may } = useDesk()
  const { rooms } = useWhere()
  const session = useSickCallDraft()
  const staff = useRead(['staff', 'read'], () => client.staff.read({}))
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  return (
    <div className="screen">
      <header className="screen-head"><h1>{sickCallText.title}</h1></header>
      <div className="screen-body sick-call">
        <Shown read={staff}>
          {({ practitioners }) => {
            const name = (rows: readonly { readonly id: string; readonly name: string }[]) => (id: string): string => rows.find(row => row.id === id)?.name ?? ''
            const called: Called = {
              person: id => {
                const person = practitioners.find(each => each.id === id)
                return person === undefined ? '' : fullName(person.name)
              },
              room: name(rooms), service: name(services.value ?? []),
            }
            if (session.answered !== null && may('patient.read')) return <Answered id={session.answered} called={called} another={() => session.begin(null)} />
            if (session.asked === null) {
              return (
                <>
                  <SpellForm key={session.practitionerId} people={practitioners} first={session.practitionerId} ask={session.ask} />
                  <Recent called={called} show={session.show} />
                </>
              )
            }
            const { practitionerId, start, end } = session.asked
            return (
              <>
                <div className="button-row sick-tools">
                  <strong>{sickCallText.heading(called.person(practitionerId), spellWords(start, end))}</strong>
                  <Button size="xs" variant="default" onClick={() => session.begin(practitionerId)}>{sickCallText.change}</Button>
                </div>
                <SickCallPlan spell={session.asked} session={session} called={called} />
              </>
            )
          }}
        </Shown>
      </div>
    </div>
  )
}
