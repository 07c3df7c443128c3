import { Button, SegmentedControl } from '@mantine/core'
import type { StripCell } from '../../shared/domain/strip.ts'
import { addDays, weekdayOf } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { dateWords, dayInFull, weekdays, weekdayShort } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PrintIcon } from '../ui/icons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { AheadCell } from './AheadCell.tsx'
import { AheadLegend } from './AheadLegend.tsx'
import { UnmetMinimums } from './UnmetMinimums.tsx'
import { horizons, useAheadView, views } from './aheadView.ts'
import { ServiceStrip } from './ServiceStrip.tsx'
import type { AheadNames } from './serviceSentence.ts'
import './ahead.css'

function inWeeks(days: readonly StripCell[]): readonly (readonly StripCell[])[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

const openDay = (date: PlainDate): void => {
  screen.setDate(date)
  screen.go('day')
}

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
        {inWeeks(days).map(week => week[0] && (
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
export function AheadScreen() {
  const { client } = useDesk()
  const { location, locationId, today } = useWhere()
  const { weeks, view } = useAheadView()
  const from = addDays(today, 1 - weekdayOf(today))
  const input = { locationId, from, days: weeks * 7 }
  const strip = useRead(['schedule', 'strip', input], () => client.schedule.strip(input), { keep: true })
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const staff = useRead(['staff', 'read'], () => client.staff.read({}))
  const names: AheadNames = {
    service: id => services.value?.find(service => service.id === id)?.name ?? '',
    person: id => fullName(staff.value?.practitioners.find(person => person.id === id)?.name ?? { given: '', family: '' }),
  }
  return (
    <div className="screen ahead">
      <header className="screen-head">
        <h1>{aheadText.title(weeks)}</h1>
        <SegmentedControl
          size="xs" aria-label={aheadText.viewLabel} value={view} data={views.map(value => ({ value, label: aheadText.views[value] }))}
          onChange={next => useAheadView.setState({ view: views.find(value => value === next) ?? 'days' })}
        />
        <SegmentedControl
          size="xs" aria-label={aheadText.horizonLabel} value={String(weeks)} data={horizons.map(value => ({ value: String(value), label: aheadText.weeks(value) }))}
          onChange={next => useAheadView.setState({ weeks: horizons.find(value => String(value) === next) ?? 13 })}
        />
        <Button variant="default" size="xs" leftSection={<PrintIcon size={14} />} onClick={() => window.print()}>{aheadText.print}</Button>
      </header>
      <div className="screen-body">
        <p className="quiet">{aheadText.lead(location.name)}</p>
        <Shown read={strip}>
          {days => location.openingHours.length === 0
            ? <EmptyState title={aheadText.emptyTitle} hint={aheadText.empty} />
            : (
              <>
                <AheadLegend />
                <UnmetMinimums from={from} days={weeks * 7} />
                {view === 'services' ? <ServiceStrip days={days} today={today} names={names} open={openDay} /> : <WeekTable days={days} today={today} names={names} />}
              </>
            )}
        </Shown>
      </div>
    </div>
  )
}
