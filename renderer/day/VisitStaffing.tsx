import { Button } from '@mantine/core'
import type { Visit } from '../../shared/contract/schedule.ts'
import type { PractitionerId } from '../../shared/domain/ids.ts'
import type { PractitionerReasons, Verdict } from '../../shared/domain/staffing/types.ts'
import { dateOf, timeOf } from '../../shared/domain/time/wallClock.ts'
import { wallWords } from '../../shared/text/en/dates.ts'
import { markText, visitText } from '../../shared/text/en/day.ts'
import { personSentence, staffingSentence } from '../../shared/text/staffing.ts'
import { someSlots } from '../booking/someSlots.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { LoadingState } from '../ui/LoadingState.tsx'
import { ProblemNotice, ReadNotice } from '../ui/ProblemNotice.tsx'
import { type MarkKind, StateMark } from '../ui/StateMark.tsx'
import { useSave } from '../ui/useSave.ts'
import { markOf, markWords } from './look.ts'
import type { Names } from './useDayNames.ts'
import { useVisitSteps } from './useVisitSteps.ts'

const searchDays = 91
/** Enough to look beyond the first day; of each day the earliest place is offered. */
const asked = 60
const offered = 2
const kinds = { none: 'good', fragile: 'fragile', assignable: 'off', flagged: 'flag' } as const satisfies Record<string, MarkKind>

type PartProps = { readonly visit: Visit; readonly names: Names }

/** The next places where somebody eligible is free, as buttons that move the visit there. */
function NextPlaces({ visit, names }: PartProps) {
  const { client } = useDesk()
  const { today } = useWhere()
  const steps = useVisitSteps()
  const save = useSave()
  const { appointment } = visit
  const day = dateOf(appointment.start)
  const input = {
    serviceTypeId: appointment.serviceTypeId,
    locationId: appointment.locationId,
    from: day < today ? today : day,
    days: searchDays,
    limit: asked,
    performerId: null,
    partOfDay: null,
    includeClosed: false,
    moving: appointment.id,
    patientId: appointment.patientId,
  } as const
  const read = useRead(['slot', 'find', input], () => client.slot.find(input))
  if (read.loading) return <LoadingState label={visitText.lookingForPlace} />
  if (read.value === null) return <ReadNotice read={read} />
  if (read.value.slots.length === 0) return <p className="quiet">{visitText.noPlace}</p>
  return (
    <>
      {someSlots(read.value.slots, offered, 1).map(slot => (
        <Button
          key={`${slot.start}-${slot.performerId}`}
          size="xs"
          variant="default"
          disabled={save.saving}
          className="wraps"
          onClick={() =>
            void save.save(() =>
              steps.move(
                visit,
                {
                  locationId: slot.locationId,
                  start: slot.start,
                  fold: null,
                  performerId: slot.performerId,
                  roomId: slot.roomId,
                },
                null,
              ),
            )
          }
        >
          {visitText.moveTo(
            dateOf(slot.start) === day ? timeOf(slot.start) : wallWords(slot.start),
            names.names.person(slot.performerId),
          )}
        </Button>
      ))}
      <ProblemNotice problem={save.problem} />
    </>
  )
}

function NameSomebody({ visit, names, performerId }: PartProps & { readonly performerId: PractitionerId }) {
  const steps = useVisitSteps()
  const save = useSave()
  const { locationId, start, roomId } = visit.appointment
  return (
    <>
      <Button
        size="xs"
        loading={save.saving}
        onClick={() => void save.save(() => steps.move(visit, { locationId, start, fold: null, performerId, roomId }, null))}
      >
        {visitText.nameAs(names.names.person(performerId))}
      </Button>
      <ProblemNotice problem={save.problem} />
    </>
  )
}

/** People who lack nothing but a certificate that counts: renewing or verifying it would do. */
const lapsed = (reasons: readonly PractitionerReasons[]): readonly PractitionerId[] =>
  reasons
    .filter(entry => entry.reasons.length > 0 && entry.reasons.every(reason => 'qualificationId' in reason))
    .map(entry => entry.practitionerId)

function certificatesWorthOpening(verdict: Verdict): readonly PractitionerId[] {
  if (verdict.state === 'covered') return verdict.fragile?.expiring ? [verdict.fragile.practitionerId] : []
  return lapsed(verdict.reasons).slice(0, 2)
}

function openCertifications(id: PractitionerId): void {
  screen.go('staff')
  screen.open({ kind: 'practitioner', id })
}

/** Whether somebody certified is there, in a sentence; the buttons below do the obvious. */
export function VisitStaffing({ visit, names }: PartProps) {
  const { may } = useDesk()
  const { verdict, appointment } = visit
  if (verdict === null) return <p className="quiet">{visitText.notNeeded}</p>
  const mark = markOf(visit)
  const write = may('appointment.write')
  return (
    <section
      className={`visit-staffing staffing-${mark}${mark === 'flagged' ? ' hatch-flag' : ''}`}
      aria-label={visitText.staffing}
    >
      <div className="staffing-words">
        <StateMark kind={kinds[mark]}>{mark === 'none' ? markText.covered : markWords(visit)}</StateMark>
        <p>{staffingSentence(verdict, appointment, names.staffing)}</p>
      </div>
      {(mark === 'flagged' || mark === 'assignable' || mark === 'fragile') && (
        <div className="button-row">
          {write && verdict.state === 'assignable' && (
            <NameSomebody visit={visit} names={names} performerId={verdict.performerId} />
          )}
          {write && (verdict.state === 'uncovered' || verdict.state === 'against-rule') && <NextPlaces visit={visit} names={names} />}
          {may('staff.read') &&
            certificatesWorthOpening(verdict).map(id => (
              <Button key={id} size="xs" variant="subtle" className="wraps" onClick={() => openCertifications(id)}>
                {visitText.openCertification(names.names.person(id))}
              </Button>
            ))}
        </div>
      )}
      {mark === 'flagged' && verdict.reasons.length > 0 && (
        <details className="staffing-others">
          <summary>{visitText.others}</summary>
          <ul>
            {verdict.reasons.map(entry => (
              <li key={entry.practitionerId}>{personSentence(entry, appointment, names.staffing)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
