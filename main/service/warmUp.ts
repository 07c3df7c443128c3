import { dateAt } from '../../shared/domain/time/wallClock.ts'
import type { Ports } from './ports.ts'
import type { Service } from './service.ts'

const daysAhead = 28

/**
 * Asks what every desk asks first, while its person still signs in: the answers are thrown away, but what they take is read
 * and compiled by then. A practice that is locked or not set up has nothing to ask; whatever else fails will be told to whoever asks.
 */
export async function warmUp(service: Service, now: Ports['now']): Promise<void> {
  const client = service.client(service.operatorSession())
  try {
    const { locations: [first] } = await client.practice.read({})
    if (first === undefined) return
    const where = { locationId: first.id, from: dateAt(now(), first.zone) }
    await client.schedule.read({ ...where, days: 1 })
    await client.schedule.strip({ ...where, days: daysAhead })
    await client.staff.read({})
    await client.serviceType.list({})
  } catch {
    // Nobody asked for it.
  }
}
