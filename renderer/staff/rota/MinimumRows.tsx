import { instantTime } from '../../../shared/text/en/dates.ts'
import { minimumText } from '../../../shared/text/en/rota.ts'
import { dayNumber, daySpan, spanHas, weekdayOf } from '../../../shared/domain/time/plainDate.ts'
import { useDesk, useRead } from '../../client.ts'
import { useWhere } from '../../screen.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { minimumWords } from './minimumWords.ts'
import type { Rota } from './rotaView.ts'

/** Under the people: each minimum, and the days on which it is not met. */
export function MinimumRows({ rota }: { readonly rota: Rota }) {
  const { client } = useDesk()
  const { location } = useWhere()
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  if (rota.minimums.length === 0) return null
  return (
    <tbody className="rota-minimums">
      {rota.minimums.map(minimum => (
        <tr key={minimum.id}>
          <th scope="row">{minimumWords(minimum, services.value?.find(service => service.id === minimum.serviceTypeId)?.name ?? '')}</th>
          {rota.days.map(day => {
            const short = rota.unmet.filter(one => one.minimumId === minimum.id && one.date === day.date)
            const asks = minimum.weekdays.includes(weekdayOf(day.date)) && day.open.length > 0 && spanHas(daySpan(minimum.from, minimum.through), dayNumber(day.date))
            return (
              <td key={day.date} role="gridcell" className={short.length > 0 ? 'hatch-gap' : ''}>
                {short.map(({ interval, present, wanted }) => (
                  <StateMark key={interval.start} kind="flag">
                    {minimumText.short(present, wanted, instantTime(interval.start, location.zone), instantTime(interval.end, location.zone))}
                  </StateMark>
                ))}
                {short.length === 0 && asks && <StateMark kind="good">{minimumText.met}</StateMark>}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}
