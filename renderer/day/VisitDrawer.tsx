import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { CardPreview } from '../cards/CardPreview.tsx'
import type { Visit } from '../../shared/contract/schedule.ts'
import { isStanding, mayBecome } from '../../shared/domain/appointment.ts'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import type { TooSoon } from '../../shared/domain/tooSoon.ts'
import { tooEarly } from '../../shared/domain/visitSteps.ts'
import { instant } from '../../shared/domain/time/instant.ts'
import { dateOf, timeOf, wallAt } from '../../shared/domain/time/wallClock.ts'
import { dayInFull } from '../../shared/text/en/dates.ts'
import { statusText, visitText } from '../../shared/text/en/day.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { tooSoonSentence } from '../../shared/text/rules.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { DrawerFrame } from '../ui/DrawerFrame.tsx'
import { CheckIcon, ClockIcon, PrintIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { useNow } from '../ui/useNow.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'
import { CertifiedThatDay } from './CertifiedThatDay.tsx'
import { CancelForm } from './CancelForm.tsx'
import { dayView, useDayView } from './dayView.ts'
import { MoveForm } from './MoveForm.tsx'
import { OverrideNotice } from './OverrideNotice.tsx'
import { type Names, useDayNames } from './useDayNames.ts'
import { useVisitSteps } from './useVisitSteps.ts'
import { VisitHistory } from './VisitHistory.tsx'
import { PlaceRules } from '../rules/PlaceRules.tsx'
import { VisitStaffing } from './VisitStaffing.tsx'
import { FreedPlaces } from '../waiting/FreedPlaces.tsx'
import './visit.css'

type Open = 'none' | 'cancel' | 'card' | 'move'

const whenInWords = ({ start }: Visit['appointment']) => ({ day: dayInFull(dateOf(start)), time: timeOf(start) })

function Facts({ visit, names }: { readonly visit: Visit; readonly names: Names }) {
  const { appointment } = visit
  const until = timeOf(wallAt(instant(appointment.interval.end), appointment.zone))
  const facts: readonly (readonly [string, string])[] = [
    [visitText.when, `${dayInFull(dateOf(appointment.start))}, ${timeOf(appointment.start)}–${until}`],
    [visitText.service, names.names.service(appointment.serviceTypeId)],
    [visitText.performer, appointment.performerId === null ? visitText.nobody : names.names.person(appointment.performerId)],
    [visitText.room, appointment.roomId === null ? visitText.noRoom : names.names.room(appointment.roomId)],
    [visitText.telephone, visit.patientTelephone],
    [visitText.status, statusText[appointment.status]],
    [visitText.note, appointment.note],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => [<dt key={`${label}-dt`}>{label}</dt>, <dd key={`${label}-dd`}>{value}</dd>])}
      {appointment.cancelReason !== null && [
        <dt key="c-dt">{statusText.cancelled}</dt>,
        <dd key="c-dd">{appointment.cancelReason}</dd>,
      ]}
    </dl>
  )
}

/** The steps that a visit may take now, most likely first. */
function Steps({ visit, open, setOpen }: { readonly visit: Visit; readonly open: Open; readonly setOpen: (open: Open) => void }) {
  const { may } = useDesk()
  const steps = useVisitSteps()
  const save = useSave()
  const { status } = visit.appointment
  const write = may('appointment.write')
  const now = useNow()
  const notBefore = (to: 'arrived' | 'noshow') =>
    tooEarly(visit.appointment, to, now) ? visitText.tooEarly(to, whenInWords(visit.appointment)) : null
  const mark = (to: 'arrived' | 'fulfilled' | 'noshow') => void save.save(() => steps.mark(visit, to))
  const toggle = (what: Open) => setOpen(open === what ? 'none' : what)
  return (
    <>
      <div className="button-row">
        {write && mayBecome(status, 'arrived') && (
          <MayButton
            refusal={notBefore('arrived')}
            size="xs"
            loading={save.saving}
            leftSection={<CheckIcon size={14} />}
            onClick={() => mark('arrived')}
          >
            {visitText.checkIn}
          </MayButton>
        )}
        {write && mayBecome(status, 'fulfilled') && (
          <Button size="xs" loading={save.saving} leftSection={<CheckIcon size={14} />} onClick={() => mark('fulfilled')}>
            {visitText.complete}
          </Button>
        )}
        {write && isStanding(status) && (
          <Button
            size="xs"
            variant="default"
            leftSection={<ClockIcon size={14} />}
            aria-expanded={open === 'move'}
            onClick={() => toggle('move')}
          >
            {visitText.move}
          </Button>
        )}
        {may('card.print') && isStanding(status) && (
          <Button
            size="xs"
            variant="default"
            leftSection={<PrintIcon size={14} />}
            aria-expanded={open === 'card'}
            onClick={() => toggle('card')}
          >
            {visitText.printCard}
          </Button>
        )}
        {write && mayBecome(status, 'noshow') && (
          <MayButton
            refusal={notBefore('noshow')}
            size="xs"
            variant="default"
            disabled={save.saving}
            onClick={() => mark('noshow')}
          >
            {visitText.noShow}
          </MayButton>
        )}
        {write && mayBecome(status, 'cancelled') && (
          <Button size="xs" variant="subtle" color="red" aria-expanded={open === 'cancel'} onClick={() => toggle('cancel')}>
            {visitText.cancel}
          </Button>
        )}
      </div>
      <ProblemNotice problem={save.problem} />
    </>
  )
}

function Inside({
  visit,
  tooSoon,
  history,
  names,
}: {
  readonly visit: Visit
  readonly tooSoon: TooSoon | null
  readonly history: Parameters<typeof VisitHistory>[0]['history']
  readonly names: Names
}) {
  const { appointment } = visit
  const { may } = useDesk()
  const wish = useDayView(state => state.wish)
  const [open, setOpen] = useState<Open>('none')
  useEffect(() => {
    if (wish?.id !== appointment.id) return
    setOpen(wish.what)
    dayView.wish(null)
  }, [wish, appointment.id])
  const standing = isStanding(appointment.status)
  return (
    <DrawerFrame
      title={fullName(visit.patientName)}
      sub={
        may('patient.read') ? (
          <button type="button" className="link" onClick={() => screen.open({ kind: 'patient', id: appointment.patientId })}>
            {visitText.openPatient}
          </button>
        ) : undefined
      }
    >
      <div className="form">
        <VisitStaffing visit={visit} names={names} />
        {visit.verdict !== null && <PlaceRules locationId={visit.appointment.locationId} findings={visit.findings} />}
        {tooSoon !== null && <StateMark kind="flag">{tooSoonSentence(tooSoon)}</StateMark>}
        <OverrideNotice visit={visit} />
        <Steps visit={visit} open={open} setOpen={setOpen} />
        {open === 'move' && standing && (
          <MoveForm key={appointment.version} visit={visit} names={names} close={() => setOpen('none')} />
        )}
        {open === 'cancel' && standing && <CancelForm visit={visit} close={() => setOpen('none')} />}
        {open === 'card' && (
          <Section title={visitText.card}>
            <CardPreview id={appointment.id} />
          </Section>
        )}
      </div>
      <FreedPlaces of={{ visitId: appointment.id }} called={names.names} />
      <Facts visit={visit} names={names} />
      <CertifiedThatDay visit={visit} names={names} />
      <VisitHistory history={history} zone={appointment.zone} />
    </DrawerFrame>
  )
}

function Named({ visit, ...rest }: { readonly visit: Visit; readonly tooSoon: TooSoon | null; readonly history: Parameters<typeof VisitHistory>[0]['history'] }) {
  const { client } = useDesk()
  const { today } = useWhere()
  // The day's own reading: the same one that the schedule beside the drawer shows.
  const input = { locationId: visit.appointment.locationId, from: dateOf(visit.appointment.start), days: 1 }
  const read = useRead(['schedule', 'read', input], () => client.schedule.read(input), { keep: true })
  return <Shown read={read}>{schedule => <WithNames schedule={schedule} today={today} visit={visit} {...rest} />}</Shown>
}

function WithNames({
  schedule,
  today,
  ...rest
}: Parameters<typeof Named>[0] & {
  readonly schedule: Parameters<typeof useDayNames>[0]
  readonly today: Parameters<typeof useDayNames>[1]
}) {
  return <Inside {...rest} names={useDayNames(schedule, today)} />
}

/** One visit: whether it is staffed and what to do if not, its steps, its card, and what was done to it. */
export function VisitDrawer({ id }: { readonly id: AppointmentId }) {
  const { client } = useDesk()
  const read = useRead(['appointment', 'read', { id }], () => client.appointment.read({ id }))
  return <Shown read={read}>{answer => <Named {...answer} />}</Shown>
}
