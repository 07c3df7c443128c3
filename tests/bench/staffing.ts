import { assessStaffing } from '../../shared/domain/staffing/assessStaffing.ts'
import { instant } from '../../shared/domain/time/instant.ts'
import { addDays, dateFrom } from '../../shared/domain/time/plainDate.ts'
import type { ZoneId } from '../../shared/domain/time/values.ts'
import { dayInterval } from '../../shared/domain/time/wallClock.ts'
import { largeClinic } from './clinic.ts'
import { printFigures, quantile, sample } from './measure.ts'

const first = dateFrom(2026, 9, 7)
const facts = largeClinic(40, 5000, first)
const zone = facts.locations[0]?.zone ?? ('UTC' as ZoneId)
const thirteenWeeks = { start: dayInterval(first, zone).start, end: dayInterval(addDays(first, 91), zone).start }

const days = Array.from({ length: 20 }, (_, n) => dayInterval(addDays(first, Math.floor(n / 5) * 7 + (n % 5)), zone))
const dayFacts = days.map(day => ({
  ...facts, appointments: facts.appointments.filter(visit => visit.interval.start < day.end && day.start < visit.interval.end),
}))
const oneDay = await sample(200, 40, run => {
  const n = Math.abs(run) % days.length
  const day = days[n]
  const theirs = dayFacts[n]
  if (day && theirs) assessStaffing(theirs, day)
})
const quarter = await sample(15, 3, () => assessStaffing(facts, thirteenWeeks))
const cold = await sample(1, 0, () => assessStaffing(largeClinic(40, 5000, first), { ...thirteenWeeks, end: instant(thirteenWeeks.end) }))
const answer = assessStaffing(facts, thirteenWeeks)
console.log(`verdicts ${answer.verdicts.size}, gaps ${answer.gaps.length}, fragile stretches ${answer.fragile.length}`)

printFigures('Staffing: 40 staff, 5,000 visits in 13 weeks', [
  { name: 'one clinic day, median', ours: quantile(oneDay, 0.5), peer: null, unit: 'ms', aim: '2 ms' },
  { name: 'one clinic day, p95', ours: quantile(oneDay, 0.95), peer: null, unit: 'ms', aim: '2 ms' },
  { name: '13 weeks, median', ours: quantile(quarter, 0.5), peer: null, unit: 'ms', aim: '100 ms' },
  { name: '13 weeks, first call after building the facts', ours: quantile(cold, 0.5), peer: null, unit: 'ms', aim: '100 ms' },
])
