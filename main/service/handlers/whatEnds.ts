import { ok } from '../../../shared/domain/result.ts'
import { whatEnds } from '../../../shared/domain/staffing/whatEnds.ts'
import { dayMs, instant } from '../../../shared/domain/time/instant.ts'
import type { Interval } from '../../../shared/domain/time/values.ts'
import type { Handlers } from './types.ts'
import { asAllowed, factsAround, judgeVisits, shownVisits } from './visits.ts'

/** What hangs on each certification that ends or does not count yet, with the visits by name. */
export const whatEndsHandler: Handlers['staff']['whatEnds'] = async ({ days }, { store, now, mayDo }) => ok(await store.read(async tx => {
  const window: Interval = { start: now, end: instant(now + days * dayMs) }
  const facts = await factsAround(tx, window)
  const said = await judgeVisits(tx, facts, window)
  const blocked = new Set([...said.verdicts].flatMap(([id, verdict]) => (verdict.state === 'against-rule' ? [id] : [])))
  const ends = whatEnds(facts, window, blocked)
  const told = new Set(ends.flatMap(end => [...end.uncovered, ...end.cleared]))
  const visits = facts.appointments.filter(visit => told.has(visit.id)).toSorted((a, b) => a.interval.start - b.interval.start)
  return { ends, visits: (await shownVisits(tx, visits, said)).map(visit => asAllowed(visit, mayDo)) }
}))
