import type { Appointment } from '../appointment.ts'
import type { LocationId, PatientId, PractitionerId, RoomId, ServiceTypeId } from '../ids.ts'
import { byId, byPractitioner } from '../order.ts'
import { dayMs, instant, minuteMs } from '../time/instant.ts'
import type { TooSoon } from '../tooSoon.ts'
import type { Finding } from '../rules/finding.ts'
import type { Instant, Interval, PlainDate, WallDateTime } from '../time/values.ts'
import { dateOfDay } from '../time/plainDate.ts'
import { dayAt, dayInterval } from '../time/wallClock.ts'
import { boardOf, occupying, ruleOf, standingAround } from './board.ts'
import type { Board, Person, Rule, Site } from './board.ts'
import { idOfNewVisit, waysFor, withoutLimits } from './demand.ts'
import type { Demand } from './demand.ts'
import { candidacyOf } from './eligibility.ts'
import { strandedBy } from './pool.ts'
import type { Pool } from './pool.ts'
import { roomFinder } from './rooms.ts'
import { startTimes } from './startTimes.ts'
import type { StartTime, TimeFilter } from './startTimes.ts'
import { meeting, timelineOf } from './timeline.ts'
import type { Timeline } from './timeline.ts'
import type { ClosedSlot, PractitionerReasons, Reason, Slot, StaffingFacts } from './types.ts'
import { demandOf, judgeAll } from './verdicts.ts'

export type SlotQuery = TimeFilter & {
  readonly serviceTypeId: ServiceTypeId
  readonly locationIds: readonly LocationId[]
  /** Slots start at or after `from` and before `through`. */
  readonly from: Instant
  readonly through: Instant
  readonly limit: number
  readonly practitionerId?: PractitionerId | null | undefined
  /** The room that it must be, whether the service needs one or not. */
  readonly roomId?: RoomId | null | undefined
  /** Whom it is for: nobody is in two places at once. */
  readonly patientId?: PatientId | null | undefined
  /** Minutes between offered starts, counted from midnight; 10 when not given. */
  readonly stepMinutes?: number | undefined
  readonly includeClosed?: boolean | undefined
  /** The rules that block a start for the patient in question. */
  readonly blockedBy?: ((place: { readonly locationId: LocationId; readonly start: WallDateTime }) => readonly Finding[]) | undefined
  /** The shortest interval to the patient's other visits that a date breaks. */
  readonly tooSoon?: ((date: PlainDate) => TooSoon | null) | undefined
  /** What else has to be so of a slot that is free; where it is not, the start counts as closed. */
  readonly goesWith?: ((slot: Slot) => boolean) | undefined
  /** The most closed starts to tell of; 500 when not given. */
  readonly closedLimit?: number | undefined
}

export type SlotsFound = { readonly slots: readonly Slot[]; readonly closed: readonly ClosedSlot[] }

/** How much of the calendar is looked at in one go: the first free place is mostly near. */
const stretchDays = 7

type Offer = { readonly site: Site; readonly time: StartTime }

type Calendar = {
  readonly board: Board
  /** Made when somebody is free: in a full week nobody is, and its visits need not be judged. */
  readonly pool: () => Pool
  readonly rule: Rule
  readonly roomsFree: ReturnType<typeof roomFinder>
  /** The patient's own visits. */
  readonly own: Timeline<Appointment>
  readonly minutesBusy: (person: Person, site: Site, time: StartTime) => number
}

function minutesBusyOn(board: Board): Calendar['minutesBusy'] {
  const known = new Map<string, number>()
  return (person, site, time) => {
    const key = `${site.zone} ${time.day} ${person.number}`
    const before = known.get(key)
    if (before !== undefined) return before
    const visits = meeting(board.named, dayInterval(dateOfDay(time.day), site.zone)).filter((visit) => visit.performerId === person.id)
    const minutes = visits.reduce((sum, visit) => sum + (visit.interval.end - visit.interval.start) / minuteMs, 0)
    known.set(key, minutes)
    return minutes
  }
}

function calendarOf(facts: StaffingFacts, query: SlotQuery, window: Interval): Calendar | null {
  const { visits, span } = standingAround(facts.appointments, window)
  const board = boardOf(facts, span)
  const service = board.services.get(query.serviceTypeId)
  if (service === undefined || service.status !== 'approved') return null
  let pool: Pool | null = null
  return {
    board, pool: () => (pool ??= judgeAll(board, visits).pool), rule: ruleOf(board, service), roomsFree: roomFinder(facts, span), minutesBusy: minutesBusyOn(board),
    own: timelineOf(occupying(facts.appointments, span).filter((visit) => visit.patientId === query.patientId)),
  }
}

const supervisorBusy: Reason = { kind: 'supervisor-busy' }

/** Why somebody who could perform a visit alone cannot beside the others: they need that person, or whoever has to be there has enough. */
function whyNeeded(pool: Pool, demand: Demand, person: number): readonly Reason[] {
  const { id, interval, candidates } = demand
  const needed = strandedBy(pool, { id, interval, candidates }, person)
  if (needed.length > 0) return needed.map((other) => ({ kind: 'busy', appointmentId: other.id }))
  const [limit] = strandedBy(pool, withoutLimits(demand), person).length > 0 ? [] : waysFor(demand, person).flat()
  return [limit === undefined ? supervisorBusy : { kind: 'company-missing', scopeRuleId: limit.scopeRuleId }]
}

/** Judges one start: a slot with its performer and room, or why there is none. */
function tryStart(calendar: Calendar, { site, time }: Offer, query: SlotQuery): Slot | ClosedSlot {
  const { board, pool, rule, roomsFree, minutesBusy, own } = calendar
  const { start, interval } = time
  const { practitionerId = null, roomId = null } = query
  const place = { locationId: site.id, start, interval }
  const soon = query.tooSoon?.(dateOfDay(time.day)) ?? null
  if (soon !== null) return { ...place, outsideOpeningHours: !time.open, freeRoom: true, patientBusy: false, companionMissing: false, tooSoon: soon, findings: [], reasons: [] }
  const needsRoom = rule.service.needsRoom || roomId !== null
  const room: RoomId | null = needsRoom ? (roomsFree(site.id, interval).find((one) => (roomId ?? one.id) === one.id)?.id ?? null) : null
  const closed = {
    ...place, outsideOpeningHours: !time.open, freeRoom: !needsRoom || room !== null, patientBusy: meeting(own, interval).length > 0, companionMissing: false, tooSoon: null,
  }
  const lastDay = dayAt(instant(interval.end - 1), site.zone)
  const findings = query.blockedBy?.(place) ?? []
  if (findings.length > 0) return { ...closed, findings, reasons: [] }
  const visit = { id: idOfNewVisit, performerId: null, rule, site, interval, firstDay: time.day, lastDay }
  const candidacy = candidacyOf(board, visit)
  const { eligible, reasons } = candidacy
  const demand = demandOf(visit, candidacy)
  const neededElsewhere: PractitionerReasons[] = []
  const willing = eligible.filter((person) => {
    if (strandedBy(pool(), demand, person.number).length === 0) return true
    neededElsewhere.push({ practitionerId: person.id, reasons: whyNeeded(pool(), demand, person.number) })
    return false
  })
  const [performer] = willing
    .filter((person) => (practitionerId ?? person.id) === person.id)
    .sort((a, b) => minutesBusy(a, site, time) - minutesBusy(b, site, time) || a.number - b.number)
  const slot = performer === undefined ? null : { ...place, performerId: performer.id, roomId: room }
  const free = slot !== null && time.open && closed.freeRoom && !closed.patientBusy
  if (free && query.goesWith?.(slot) !== false) return slot
  return {
    ...closed, findings, companionMissing: free,
    reasons: [...reasons, ...neededElsewhere].filter((entry) => (practitionerId ?? entry.practitionerId) === entry.practitionerId).sort(byPractitioner),
  }
}

function offersIn(calendar: Calendar, query: SlotQuery, window: Interval): readonly Offer[] {
  const step = Math.max(1, Math.floor(query.stepMinutes ?? 10))
  const sites = query.locationIds.flatMap((id) => calendar.board.sites.get(id) ?? [])
  return sites
    .flatMap((site) => startTimes(site, window, calendar.rule.service.minutes, step, query).map((time) => ({ site, time })))
    .sort((a, b) => a.time.interval.start - b.time.interval.start || byId(a.site, b.site))
}

/**
 * The earliest places at which a service can be booked, each with the least busy of those who may perform it and a free
 * room where one is needed. Taking one leaves every other visit as it is. `closed`: the starts in between that cannot be
 * offered, and why. Nothing is offered for a service type that is unknown or not approved.
 */
export function findSlots(facts: StaffingFacts, query: SlotQuery): SlotsFound {
  const slots: Slot[] = []
  const closed: ClosedSlot[] = []
  const minutes = facts.serviceTypes.find((service) => service.id === query.serviceTypeId)?.minutes ?? 0
  const mostClosed = query.includeClosed === true ? (query.closedLimit ?? 500) : 0
  for (let from = query.from; from < query.through && slots.length < query.limit;) {
    const end = instant(Math.min(query.through, from + stretchDays * dayMs))
    const calendar = calendarOf(facts, query, { start: from, end: instant(end + minutes * minuteMs) })
    if (calendar === null) break
    for (const offer of offersIn(calendar, query, { start: from, end })) {
      if (slots.length >= query.limit) break
      if (!offer.time.open && closed.length >= mostClosed) continue
      const tried = tryStart(calendar, offer, query)
      if ('performerId' in tried) slots.push(tried)
      else if (closed.length < mostClosed) closed.push(tried)
    }
    from = end
  }
  return { slots, closed }
}
