import type { Outputs } from '../../shared/contract/inferred.ts'
import type { Visit } from '../../shared/contract/schedule.ts'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import { dateWords, wallWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { whatEndsText } from '../../shared/text/en/whatEnds.ts'
import { useDesk, useRead } from '../client.ts'
import { fontsFor } from '../paper/fonts.ts'
import { listDocument, type PaperTable } from '../paper/listDocument.ts'
import { usePaperSettings } from '../paper/usePaperSettings.ts'
import { screen, useWhere } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SheetButtons } from '../ui/SheetButtons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useSheet } from '../ui/useSheet.ts'

type End = Outputs['staff']['whatEnds']['ends'][number]
type VisitListProps = { readonly ids: readonly AppointmentId[]; readonly visits: readonly Visit[]; readonly service: (id: Visit['appointment']['serviceTypeId']) => string }

/** The visits that hang on it: each opens beside the list. */
function VisitList({ ids, visits, service }: VisitListProps) {
  return (
    <details className="ends-visits">
      <summary>{whatEndsText.list(ids.length)}</summary>
      <ul>
        {visits.filter(visit => ids.includes(visit.appointment.id)).map(({ appointment, patientName }) => (
          <li key={appointment.id}>
            <button type="button" className="link" onClick={() => screen.open({ kind: 'visit', id: appointment.id })}>
              {wallWords(appointment.start)} <bdi>{fullName(patientName)}</bdi>
            </button>{' '}
            <span className="quiet">{service(appointment.serviceTypeId)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const minutesOf = (end: End, of: 'minutes' | 'cleared'): number => end.hours.reduce((sum, one) => sum + one[of], 0)

/** Every certification that ends within so many weeks or does not count yet, by what hangs on it, and what renewing it clears. */
export function WhatEndsView({ weeks }: { readonly weeks: number }) {
  const { client } = useDesk()
  const { today, locations } = useWhere()
  const { printing } = usePaperSettings()
  const sheet = useSheet()
  const input = { days: weeks * 7 }
  const read = useRead(['schedule', 'whatEnds', input], () => client.staff.whatEnds(input), { keep: true })
  const staff = useRead(['staff', 'read'], () => client.staff.read({}))
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))

  const person = ({ practitionerId }: End): string => fullName(staff.value?.practitioners.find(one => one.id === practitionerId)?.name ?? { given: '', family: '' })
  const type = ({ certificationTypeId }: End): string => staff.value?.certificationTypes.find(one => one.id === certificationTypeId)?.name ?? ''
  const service = (id: Visit['appointment']['serviceTypeId']): string => services.value?.find(one => one.id === id)?.name ?? ''
  const place = (id: End['hours'][number]['locationId']): string => locations.find(one => one.id === id)?.name ?? ''
  const lastDay = ({ kind, ends }: End): string => (ends === null ? whatEndsText.waiting : kind === 'verification' ? whatEndsText.again(ends) : dateWords(ends))
  const hours = (end: End): readonly string[] => end.hours.map(one => whatEndsText.service(service(one.serviceTypeId), place(one.locationId), one.minutes))
  const sentence = (end: End): string => {
    const [visits, minutes, clearedMinutes] = [end.uncovered.length, minutesOf(end, 'minutes'), minutesOf(end, 'cleared')]
    const said = whatEndsText.sentence({ ...end, visits, minutes }, today)
    return end.cleared.length === visits && clearedMinutes === minutes ? said : `${said} ${whatEndsText.clears(end.cleared.length, clearedMinutes)}`
  }
  const atStake = (end: End): boolean => end.uncovered.length > 0 || end.hours.length > 0
  const paper = async (ends: readonly End[], visits: readonly Visit[]) => {
    const listed = (end: End): string => visits.filter(visit => end.uncovered.includes(visit.appointment.id)).map(visit => `${wallWords(visit.appointment.start)} ${fullName(visit.patientName)}`).join('; ')
    const table: PaperTable = {
      heading: whatEndsText.title(weeks), columns: [whatEndsText.person, whatEndsText.certification, whatEndsText.ends, whatEndsText.what, whatEndsText.visits, whatEndsText.hours],
      rows: ends.map(end => [person(end), type(end), lastDay(end), sentence(end), listed(end), hours(end).join('; ')]),
    }
    return listDocument(whatEndsText.title(weeks), [table], printing.page, await fontsFor(table.rows.flat().join(' ')), whatEndsText.file)
  }

  return (
    <>
      <p className="quiet">{whatEndsText.lead}</p>
      {sheet.failed !== null && <p className="notice notice-red" role="alert">{sheet.failed}</p>}
      <Shown read={read}>
        {({ ends, visits }) => ends.length === 0
          ? <EmptyState title={whatEndsText.none} hint={whatEndsText.noneHint} />
          : (
            <>
              <div className="ahead-tools ahead-tools-end"><SheetButtons sheet={sheet} disabled={staff.value === null || services.value === null || read.refreshing} make={() => paper(ends, visits)} /></div>
              <DataTable
                caption={whatEndsText.title(weeks)} rows={ends} rowKey={end => end.qualificationId}
                name={person} open={end => screen.open({ kind: 'practitioner', id: end.practitionerId, qualificationId: end.qualificationId })}
                columns={[
                  { title: whatEndsText.person, width: '20%', cell: end => <div className="quiet">{type(end)}</div> },
                  { title: whatEndsText.ends, width: '14%', cell: lastDay },
                  { title: whatEndsText.what, cell: end => <StateMark kind={atStake(end) ? 'flag' : 'good'}>{sentence(end)}</StateMark> },
                  { title: whatEndsText.visits, width: '20%', cell: end => end.uncovered.length > 0 && <VisitList ids={end.uncovered} visits={visits} service={service} /> },
                  { title: whatEndsText.hours, width: '20%', cell: end => hours(end).map(line => <div key={line}>{line}</div>) },
                ]}
              />
            </>
          )}
      </Shown>
    </>
  )
}
