import type { StripCell } from '../../shared/domain/strip.ts'
import { mondayOf } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { dateWords, dayInFull, weekdays, weekdayShort } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { useDesk, useRead } from '../client.ts'
import { fontsFor } from '../paper/fonts.ts'
import { usePaperSettings } from '../paper/usePaperSettings.ts'
import { screen, useWhere } from '../screen.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SheetButtons } from '../ui/SheetButtons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSheet } from '../ui/useSheet.ts'
import { AheadCell } from './AheadCell.tsx'
import { AheadLegend } from './AheadLegend.tsx'
import { inBlocks, servicesOf } from './blocks.ts'
import { ServiceStrip } from './ServiceStrip.tsx'
import type { AheadNames } from './serviceSentence.ts'
import { stripSheet } from './stripSheet.ts'
import { UnmetMinimums } from './UnmetMinimums.tsx'

const openDay = (date: PlainDate): void => {
  screen.setDate(date)
  screen.go('day')
}

/** True while no service is approved, and no visit shows that something is wrong. */
const nothingToCheck = (days: readonly StripCell[]): boolean =>
  days.some(day => day.state === 'unchecked') && days.every(day => day.state === 'unchecked' || day.state === 'closed')

type WeekTableProps = { readonly days: readonly StripCell[]; readonly today: PlainDate; readonly names: AheadNames }

function WeekTable({ days, today, names }: WeekTableProps) {
  return (
    <table className="ahead-weeks">
      <thead>
        <tr>
          <th scope="col">{aheadText.weekColumn}</th>
          {weekdays.map(weekday => <th key={weekday} scope="col">{weekdayShort(weekday)}</th>)}
        </tr>
      </thead>
      <tbody>
        {inBlocks(days, 7).map(week => week[0] && (
          <tr key={week[0].date}>
            <th scope="row"><span className="visually-hidden">{aheadText.week(dayInFull(week[0].date))}</span><span aria-hidden="true">{dateWords(week[0].date)}</span></th>
            {week.map(day => (
              <td key={day.date}><AheadCell day={day} past={day.date < today} today={day.date === today} names={names} open={openDay} /></td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The coming weeks of one location, a cell a day, altogether or service by service: which of them are safe, and what is wrong with the others. */
export function StripView({ weeks, byService }: { readonly weeks: number; readonly byService: boolean }) {
  const { client } = useDesk()
  const { location, locationId, today } = useWhere()
  const { printing } = usePaperSettings()
  const sheet = useSheet()
  const from = mondayOf(today)
  const input = { locationId, from, days: weeks * 7 }
  const strip = useRead(['schedule', 'strip', input], () => client.schedule.strip(input), { keep: true })
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const staff = useRead(['staff', 'read'], () => client.staff.read({}))
  const names: AheadNames = {
    service: id => services.value?.find(service => service.id === id)?.name ?? '',
    person: id => fullName(staff.value?.practitioners.find(person => person.id === id)?.name ?? { given: '', family: '' }),
  }
  const paper = async (days: readonly StripCell[]) => {
    const people = staff.value?.practitioners.map(person => fullName(person.name)) ?? []
    return stripSheet(days, location.name, names, printing.page, await fontsFor([location.name, ...people, ...servicesOf(days, names).map(names.service)].join(' ')))
  }
  return (
    <>
      {sheet.failed !== null && <p className="notice notice-red" role="alert">{sheet.failed}</p>}
      <p className="quiet">{aheadText.lead(location.name)}</p>
      <Shown read={strip}>
        {days => location.openingHours.length === 0 || nothingToCheck(days)
          ? (
            <EmptyState
              title={nothingToCheck(days) ? aheadText.noneApprovedTitle : aheadText.emptyTitle}
              hint={nothingToCheck(days) ? aheadText.noneApproved : aheadText.empty}
            />
          )
          : (
            <>
              <div className="ahead-tools">
                <AheadLegend />
                <SheetButtons sheet={sheet} disabled={services.value === null || staff.value === null || strip.refreshing} make={() => paper(days)} />
              </div>
              <UnmetMinimums from={from} days={weeks * 7} />
              {byService ? <ServiceStrip days={days} today={today} names={names} open={openDay} /> : <WeekTable days={days} today={today} names={names} />}
            </>
          )}
      </Shown>
    </>
  )
}
