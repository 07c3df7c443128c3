import createIntervalTree from 'interval-tree-1d'
import { isStanding } from '../../shared/domain/appointment.ts'
import { replaceRow } from '../../shared/domain/impact.ts'
import { assessStaffing } from '../../shared/domain/staffing/assessStaffing.ts'
import { rememberedStrip } from '../../shared/domain/staffing/rememberedStrip.ts'
import { meeting, timelineOf } from '../../shared/domain/staffing/timeline.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { stripOf } from '../../shared/domain/strip.ts'
import { instant } from '../../shared/domain/time/instant.ts'
import { overlaps } from '../../shared/domain/time/interval.ts'
import { addDays, dateFrom } from '../../shared/domain/time/plainDate.ts'
import type { Interval, ZoneId } from '../../shared/domain/time/values.ts'
import { dayInterval } from '../../shared/domain/time/wallClock.ts'
import { largeClinic, randomFrom } from './clinic.ts'
import { printFigures, quantile, sample } from './measure.ts'

const first = dateFrom(2026, 9, 7)
const facts = largeClinic(40, 5000, first)
const location = facts.locations[0]
if (location === undefined) throw new Error('the practice has no location')
const zone: ZoneId = location.zone
const dates = Array.from({ length: 91 }, (_, n) => addDays(first, n))
const thirteenWeeks: Interval = { start: dayInterval(first, zone).start, end: dayInterval(addDays(first, 91), zone).start }

const days = Array.from({ length: 20 }, (_, n) => dayInterval(addDays(first, Math.floor(n / 5) * 7 + (n % 5)), zone))
const dayFacts = days.map(day => ({ ...facts, appointments: facts.appointments.filter(visit => overlaps(visit.interval, day)) }))
const oneDay = await sample(200, 40, (run) => {
  const n = Math.abs(run) % days.length
  const [day, theirs] = [days[n], dayFacts[n]]
  if (day && theirs) assessStaffing(theirs, day)
})
// The peer of the strip: everything assessed anew, as it is without a memory of the days that stayed as they were.
const whole = (now: StaffingFacts) => stripOf(assessStaffing(now, thirteenWeeks), now, location.id, zone, dates)
const judge = async (near: StaffingFacts, window: Interval) => assessStaffing(near, window)
const asked = { locationId: location.id, zone, dates }
const fresh = await sample(15, 5, () => whole(facts))
const cold = await sample(15, 5, () => rememberedStrip()(facts, asked, judge))

/** The same practice after its n-th visit was moved to somebody else's name: one edit, one new version. */
const edited = (n: number): StaffingFacts => {
  const visit = facts.appointments[n]
  if (visit === undefined) return facts
  return { ...facts, appointments: replaceRow(facts.appointments, visit.id, { ...visit, version: visit.version + 1, performerId: null }) }
}
const edits = Array.from({ length: 60 }, (_, n) => edited(n * 80))
const strip = rememberedStrip()
await strip(facts, asked, judge)
const afterEdit = await sample(40, 10, run => strip(edits[run + 10] ?? facts, asked, judge))
const wholeAfterEdit = await sample(15, 3, run => whole(edits[run + 3] ?? facts))

const visits = facts.appointments.filter(visit => isStanding(visit.status))
const timeline = timelineOf(visits)
const tree = createIntervalTree(visits.map((visit): [number, number] => [visit.interval.start, visit.interval.end - 1]))
const random = randomFrom(11)
const questions = Array.from({ length: 2000 }, (): Interval => {
  const start = thirteenWeeks.start + Math.floor(random() * (thirteenWeeks.end - thirteenWeeks.start))
  return { start: instant(start), end: instant(start + 3_600_000) }
})
const found = { ours: 0, tree: 0, scan: 0 }
const oursOverlap = await sample(20, 5, () => { found.ours = questions.reduce((sum, one) => sum + meeting(timeline, one).length, 0) })
const treeOverlap = await sample(20, 5, () => {
  found.tree = 0
  for (const one of questions) tree.queryInterval(one.start, one.end - 1, () => { found.tree += 1 })
})
const scanOverlap = await sample(3, 1, () => {
  found.scan = questions.reduce((sum, one) => sum + visits.filter(visit => overlaps(visit.interval, one)).length, 0)
})
if (found.ours !== found.tree || found.ours !== found.scan) throw new Error(`not the same visits: ${JSON.stringify(found)}`)

const answer = assessStaffing(facts, thirteenWeeks)
console.log(`verdicts ${answer.verdicts.size}, gaps ${answer.gaps.length}, fragile stretches ${answer.fragile.length}, overlaps ${found.ours}`)

const median = (samples: readonly number[]): number => quantile(samples, 0.5)
printFigures('Staffing: 40 staff, 5,000 visits in 13 weeks', [
  { name: 'one clinic day, median', ours: median(oneDay), peer: null, unit: 'ms', aim: '2 ms' },
  { name: 'one clinic day, p95', ours: quantile(oneDay, 0.95), peer: null, unit: 'ms', aim: '2 ms' },
  { name: '13-week strip, nothing remembered; peer: assessed whole', ours: median(cold), peer: median(fresh), unit: 'ms', aim: '100 ms' },
  { name: '13-week strip after one edit; peer: assessed whole', ours: median(afterEdit), peer: median(wholeAfterEdit), unit: 'ms', aim: '10 ms' },
  { name: '2,000 overlap queries; peer: interval-tree-1d', ours: median(oursOverlap), peer: median(treeOverlap), unit: 'ms', aim: 'within 2x' },
  { name: '2,000 overlap queries; peer: a scan of all visits', ours: median(oursOverlap), peer: median(scanOverlap), unit: 'ms', aim: 'faster' },
])
