import type { PlainDate } from '../../shared/domain/time/values.ts'
import { dayWords, instantTime } from '../../shared/text/en/dates.ts'
import { minimumText } from '../../shared/text/en/rota.ts'
import { useDesk, useRead } from '../client.ts'
import { screen, useWhere } from '../screen.ts'
import { StateMark } from '../ui/StateMark.tsx'

/** The days ahead on which a minimum is not met; nothing where all are. */
export function UnmetMinimums({ from, days }: { readonly from: PlainDate; readonly days: number }) {
  const { client, may } = useDesk()
  const { location, locationId, today } = useWhere()
  const input = { locationId, from, days }
  const read = useRead(['rota', 'unmet', input], () => client.rota.unmet(input), { when: may('staff.read') })
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const unmet = (read.value?.unmet ?? []).filter(one => one.date >= today)
  if (unmet.length === 0) return null
  const serviceOf = (id: string): string => {
    const minimum = read.value?.minimums.find(one => one.id === id)
    return services.value?.find(service => service.id === minimum?.serviceTypeId)?.name ?? ''
  }
  return (
    <details className="ahead-minimums">
      <summary><StateMark kind="flag">{minimumText.aheadTitle(new Set(unmet.map(one => one.date)).size)}</StateMark></summary>
      <ul>
        {unmet.map(({ minimumId, date, interval, present, wanted }) => (
          <li key={`${minimumId} ${interval.start}`}>
            <button type="button" className="ahead-minimum" aria-description={minimumText.toDay} onClick={() => { screen.setDate(date); screen.go('day') }}>
              {dayWords(date)} {serviceOf(minimumId)} {minimumText.short(present, wanted, instantTime(interval.start, location.zone), instantTime(interval.end, location.zone))}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
