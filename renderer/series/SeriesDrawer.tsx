import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useReducer, useState } from 'react'
import type { Schedule } from '../../shared/contract/schedule.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import type { WallDateTime } from '../../shared/domain/time/values.ts'
import { parseWallTime } from '../../shared/domain/time/wallClock.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { type BookingDraft, newDraft, nextDraft } from '../booking/booking.ts'
import { PatientStep } from '../booking/PatientStep.tsx'
import { ServiceStep } from '../booking/ServiceStep.tsx'
import { useDesk, useRead } from '../client.ts'
import { useDayNames } from '../day/useDayNames.ts'
import { type BookingStart, screen, useWhere } from '../screen.ts'
import { DrawerFrame } from '../ui/DrawerFrame.tsx'
import { Form } from '../ui/Form.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'
import { SeriesRow } from './SeriesRow.tsx'
import { SeriesTermsFields, type TermsDraft, twelveWeeks } from './SeriesTermsFields.tsx'
import { useSeriesSteps } from './useSeriesSteps.ts'
import '../booking/booking.css'
import './series.css'

const restMs = 250

type Known = { readonly patient: NonNullable<BookingDraft['patient']>; readonly service: ServiceType; readonly requestKey: string }

function Planner({ patient, service, requestKey, schedule }: Known & { readonly schedule: Schedule }) {
  const { client } = useDesk()
  const { today, locationId } = useWhere()
  const names = useDayNames(schedule, today)
  const steps = useSeriesSteps()
  const save = useSave()
  const [terms, setTerms] = useState<TermsDraft>({
    product: '', everyDays: service.minimumIntervalDays ?? twelveWeeks, minimumDays: service.minimumIntervalDays ?? twelveWeeks, visits: 4, first: addDays(today, 7), time: parseWallTime('10:00'), weekday: null,
    earlyDays: 0, lateDays: 7, performerId: null,
  })
  const [byHand, setByHand] = useState<readonly { readonly number: number; readonly start: WallDateTime }[]>([])
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set())
  const [dirty, setDirty] = useState(false)
  const [asked] = useDebouncedValue({ terms, byHand }, restMs)
  const { first, time } = asked.terms
  const subject = { patientId: patient.id, serviceTypeId: service.id, locationId }
  const plan = first === null || time === null ? null : { ...subject, terms: { ...asked.terms, first, time } }
  const input = plan === null ? null : { ...plan, byHand: asked.byHand.filter(row => row.number <= asked.terms.visits) }
  const read = useRead(
    ['series', 'plan', input],
    async () => (input === null ? { ok: true as const, value: { occurrences: [] } } : client.series.plan(input)),
    { keep: true },
  )
  const rows = read.value?.occurrences ?? []
  const kept = rows.filter(row => !leftOut.has(row.number))
  const places = kept.flatMap(row => row.place ?? [])
  const settled = asked.terms === terms && asked.byHand === byHand && !read.refreshing
  const submit = async () => {
    if (plan === null || !settled) return
    const done = await save.save(() => client.series.book({ requestKey, ...plan, places }))
    if (done === null) return read.again()
    steps.booked(done)
    // Booked, and so not to be asked about: the drawer closes before this form is drawn again.
    screen.setUnsaved(seriesText.title, null)
    screen.open({ kind: 'patient', id: patient.id })
  }
  return (
    <>
      <Form
        name={seriesText.title}
        dirty={dirty}
        submit={() => void submit()}
        submitLabel={seriesText.book(places.length)}
        cancel={() => screen.open({ kind: 'patient', id: patient.id })}
        state={save}
        hold={!settled || places.length === 0 || places.length < kept.length ? seriesText.hold : null}
      >
        <Section title={seriesText.review} hint={seriesText.reviewHint}>
          {plan === null ? (
            <p className="quiet">{seriesText.incomplete}</p>
          ) : (
            <Shown read={read} label={seriesText.looking}>
              {({ occurrences }) => (
                <ul className="series-rows" aria-label={seriesText.review}>
                  {occurrences.map((occurrence, index) => (
                    <SeriesRow
                      key={occurrence.number}
                      occurrence={occurrence}
                      names={names}
                      today={today}
                      clocksChanged={index > 0 && occurrences[index - 1]?.offsetMinutes !== occurrence.offsetMinutes}
                      leftOut={leftOut.has(occurrence.number)}
                      choose={start => {
                        setByHand(was => [
                          ...was.filter(row => row.number !== occurrence.number),
                          ...(start === null ? [] : [{ number: occurrence.number, start }]),
                        ])
                        setDirty(true)
                      }}
                      leaveOut={out => setLeftOut(was => new Set(out ? [...was, occurrence.number] : [...was].filter(number => number !== occurrence.number)))}
                    />
                  ))}
                </ul>
              )}
            </Shown>
          )}
        </Section>
      </Form>
      <Section title={seriesText.agreed} hint={seriesText.agreedHint}>
        <SeriesTermsFields
          service={service}
          terms={terms}
          today={today}
          names={names}
          change={part => {
            setTerms(was => ({ ...was, ...part }))
            setDirty(true)
          }}
        />
      </Section>
    </>
  )
}

/** Plans a series: whose, for what, on which terms; then each visit is looked at before all are booked at once. */
export function SeriesDrawer({ draft: start }: { readonly draft: BookingStart }) {
  const { client, may } = useDesk()
  const { locationId, date } = useWhere()
  const [draft, send] = useReducer(nextDraft, start, known => newDraft(crypto.randomUUID(), { patient: known.patient ?? null, serviceTypeId: known.serviceTypeId ?? null }))
  const input = { locationId, from: date, days: 1 }
  const read = useRead(['schedule', 'read', input], () => client.schedule.read(input), { keep: true })
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const { patient, serviceTypeId, requestKey } = draft
  const service = services.value?.find(each => each.id === serviceTypeId) ?? null
  const sub = [patient === null ? '' : fullName(patient.name), service?.name ?? ''].filter(part => part !== '').join(' · ')
  if (!may('appointment.write'))
    return (
      <DrawerFrame title={seriesText.title}>
        <p className="quiet">{seriesText.notPermitted}</p>
      </DrawerFrame>
    )
  return (
    <DrawerFrame title={seriesText.title} {...(sub === '' ? {} : { sub })}>
      <div className="form">
        {patient === null ? (
          <PatientStep draft={draft} send={send} />
        ) : service === null ? (
          <ServiceStep send={send} />
        ) : (
          <Shown read={read}>
            {schedule => <Planner patient={patient} service={service} requestKey={requestKey} schedule={schedule} />}
          </Shown>
        )}
      </div>
      {patient === null && (
        <div>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={screen.close}>
            {seriesText.discard}
          </Button>
        </div>
      )}
    </DrawerFrame>
  )
}
