import { Button } from '@mantine/core'
import type { StripDay } from '../../shared/contract/schedule.ts'
import { addDays, weekdayOf } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { dateWords, dayInFull, weekdays, weekdayShort } from '../../shared/text/en/dates.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PrintIcon } from '../ui/icons.tsx'
import { Shown } from '../ui/Shown.tsx'
import { AheadCell } from './AheadCell.tsx'
import { AheadLegend } from './AheadLegend.tsx'
import { UnmetMinimums } from './UnmetMinimums.tsx'
import './ahead.css'

const weeks = 13

function inWeeks(days: readonly StripDay[]): readonly (readonly StripDay[])[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

const openDay = (date: PlainDate): void => {
  screen.setDate(date)
  screen.go('day')
}

/** Thirteen weeks of one location, a cell a day: which of them are safe, and what is wrong with the others. */
export function AheadScreen() {
  const { client } = useDesk()
  const { location, locationId, today } = useWhere()
  const from = addDays(today, 1 - weekdayOf(today))
  const input = { locationId, from, days: weeks * 7 }
  const strip = useRead(['schedule', 'strip', input], () => client.schedule.strip(input))
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const nameOf = new Map(services.value?.map(service => [service.id, service.name]))
  return (
    <div className="screen ahead">
      <header className="screen-head">
        <h1>{aheadText.title}</h1>
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
                          <td key={day.date}><AheadCell day={day} past={day.date < today} today={day.date === today} nameOf={nameOf} open={openDay} /></td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </>
            )}
        </Shown>
      </div>
    </div>
  )
}
