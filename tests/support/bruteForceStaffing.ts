import type { Appointment } from '../../shared/domain/appointment.ts'
import type { Competence, Qualification } from '../../shared/domain/certification.ts'
import type { Practitioner, Role } from '../../shared/domain/person.ts'
import type { Location } from '../../shared/domain/practice.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { Temporal } from '../../shared/domain/time/temporal.ts'

// The rules of staffing once more, as plainly as they can be written: tick by tick, set by set. It shares nothing with the
// engine but the types and Temporal, so that the two can only agree by both being right. Facts must be readable; it is slow.

export type BruteVerdict = {
  readonly id: string
  readonly state: 'covered' | 'open' | 'cannot-verify'
  /** Names of those who could perform it, and of those who could supervise where that is limited. */
  readonly eligible: readonly string[]
  readonly supervisors: readonly string[]
  readonly atMost: number | null
  /** The limits under which each of the eligible may perform it, way by way; nothing for those who are not limited. */
  readonly limited: Limited
  readonly fragileOn: string | null
  readonly served: boolean
  readonly reasons: Readonly<Record<string, readonly string[]>>
}

export type BruteAnswer = {
  readonly verdicts: readonly BruteVerdict[]
  /** `location service tick` for every tick that is a gap, and with the person for every tick that hangs on one. */
  readonly gaps: readonly string[]
  readonly fragile: readonly string[]
  readonly working: readonly string[]
}

type Span = { readonly start: number; readonly end: number }
/** How many may inject at once at a place under one rule. */
type BruteLimit = { readonly under: string; readonly atMost: number }
type Limited = Readonly<Record<string, readonly (readonly BruteLimit[])[]>>
/** `supervisors` counts only where `atMost` says how many each may have. */
export type BruteWant = { readonly eligible: readonly string[]; readonly supervisors?: readonly string[]; readonly atMost?: number | null; readonly limited?: Limited }
type BruteSeat = { readonly who: string; readonly by: string | null; readonly atMost: number | null; readonly limits: readonly BruteLimit[]; readonly span: Span }

const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether at every moment at which a visit begins no more inject under any limit than each of those who do allows. */
const keepsLimits = (seats: readonly BruteSeat[]): boolean => seats.every(({ span: { start } }) => {
  const running = seats.filter((one) => one.span.start <= start && start < one.span.end)
  return running.every((one) => one.limits.every(({ under, atMost }) => running.filter((other) => other.limits.some((limit) => limit.under === under)).length <= atMost))
})

/** Every way to seat a visit beside those that are seated: nobody twice at once, no supervisor with more at any moment than each of the visits allows. */
function seatsFor(want: BruteWant, span: Span, given: readonly BruteSeat[]): readonly BruteSeat[] {
  const free = want.eligible.filter((who) => !given.some((one) => one.who === who && meet(one.span, span)))
  const { supervisors = [], atMost = null, limited = {} } = want
  const ways = free.flatMap((who) => (limited[who] ?? [[]]).map((limits) => ({ who, limits, atMost, span })))
    .filter((seat) => keepsLimits([...given, { ...seat, by: null }]))
  if (atMost === null) return ways.map((seat) => ({ ...seat, by: null }))
  return ways.flatMap((seat) => supervisors.filter((by) => by !== seat.who).map((by): BruteSeat => ({ ...seat, by })))
    .filter((seat) => [...given.filter((one) => one.by === seat.by), seat].every((one, _, theirs) => theirs.every(({ span: { start } }) => {
      const at = theirs.filter((other) => other.span.start <= start && start < other.span.end)
      return !at.includes(one) || at.length <= (one.atMost ?? Infinity)
    })))
}

const instants = new Map<string, number>()
function instantOf(date: string, time: string, zone: string, disambiguation: 'compatible' | 'later' = 'compatible'): number {
  const key = `${date} ${time} ${zone} ${disambiguation}`
  let found = instants.get(key)
  if (found === undefined) {
    found = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation }).epochMilliseconds
    instants.set(key, found)
  }
  return found
}

const walls = new Map<string, string>()
function wallOf(tick: number, zone: string): string {
  const key = `${tick} ${zone}`
  let found = walls.get(key)
  if (found === undefined) {
    found = Temporal.Instant.fromEpochMilliseconds(tick).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
    walls.set(key, found)
  }
  return found
}

const nextDates = new Map<string, string>()
function shift(date: string, days: number): string {
  const key = `${date} ${days}`
  let found = nextDates.get(key)
  if (found === undefined) {
    found = Temporal.PlainDate.from(date).add({ days }).toString()
    nextDates.set(key, found)
  }
  return found
}
const weekdays = new Map<string, number>()
function weekdayOf(date: string): number {
  let found = weekdays.get(date)
  if (found === undefined) {
    found = Temporal.PlainDate.from(date).dayOfWeek
    weekdays.set(date, found)
  }
  return found
}

const dateOf = (tick: number, zone: string): string => wallOf(tick, zone).slice(0, 10)

function inHours(tick: number, date: string, start: string, end: string, zone: string): boolean {
  const until = instantOf(end > start ? date : shift(date, 1), end, zone)
  return instantOf(date, start, zone) <= tick && tick < until
}

const standing = ['proposed', 'booked', 'arrived']
const occupying = [...standing, 'fulfilled']
const clash = (a: Appointment, b: Appointment): boolean => a.interval.start < b.interval.end && b.interval.start < a.interval.end

export function bruteForceStaffing(facts: StaffingFacts, from: number, to: number, tickMs: number): BruteAnswer {
  const people = [...facts.practitioners].sort((a, b) => (a.id < b.id ? -1 : 1))
  const ticksOf = (start: number, end: number): readonly number[] => Array.from({ length: Math.ceil((end - start) / tickMs) }, (_, i) => start + i * tickMs)

  const isOpen = (place: Location, tick: number): boolean => {
    if (!place.active) return false
    const today = dateOf(tick, place.zone)
    return [today, shift(today, -1)].some((date) => {
      const exceptions = place.openingExceptions.filter((exception) => exception.date === date)
      const hours = exceptions.length > 0
        ? exceptions.flatMap((exception) => exception.hours)
        : place.openingHours.filter((weekly) => weekly.weekday === weekdayOf(date))
      return hours.some((one) => inHours(tick, date, one.opens, one.closes, place.zone))
    })
  }

  const planned = (person: Practitioner, place: Location, tick: number, presence: string): boolean => {
    const today = dateOf(tick, place.zone)
    const dates = [shift(today, -1), today]
    let there = facts.shiftPatterns.some((pattern) => pattern.practitionerId === person.id && pattern.locationId === place.id && pattern.presence === presence
      && dates.some((date) => weekdayOf(date) === pattern.weekday && pattern.from <= date && (pattern.through === null || date <= pattern.through)
        && inHours(tick, date, pattern.start, pattern.end, place.zone)))
    for (const exception of [...facts.shiftExceptions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      if (exception.practitionerId !== person.id || exception.locationId !== place.id) continue
      if (!inHours(tick, exception.date, exception.start, exception.end, place.zone)) continue
      if (exception.kind === 'removed') there = false
      else if (exception.presence === presence) there = true
    }
    return there && place.active
  }
  const absenceBounds = facts.absences.map((absence) => ({
    who: absence.practitionerId,
    start: instantOf(absence.start.slice(0, 10), absence.start.slice(11), absence.zone),
    end: instantOf(absence.end.slice(0, 10), absence.end.slice(11), absence.zone, 'later'),
  }))
  const isAbsent = (person: Practitioner, tick: number): boolean =>
    absenceBounds.some((absence) => absence.who === person.id && absence.start <= tick && tick < absence.end)
  const there = (person: Practitioner, place: Location, tick: number, presence: string): boolean =>
    planned(person, place, tick, presence) && !isAbsent(person, tick)

  const rolesAt = (person: Practitioner, place: Location, date: string): readonly Role[] => person.roles
    .filter((role) => (role.locationId === null || role.locationId === place.id) && (role.from === null || role.from <= date) && (role.through === null || date <= role.through))
    .map((role) => role.role)

  const grants = (qualification: Qualification, date: string): string => {
    const type = facts.certificationTypes.find((one) => one.id === qualification.certificationTypeId)
    if (qualification.status === 'revoked') return 'revoked'
    if (qualification.status === 'suspended') return 'suspended'
    if (qualification.expires === null && type?.expiry.kind !== 'never') return 'expiry-unknown'
    if (date < qualification.issued) return `not-yet-effective ${qualification.issued}`
    if (qualification.expires !== null && qualification.expires < date) return `expired ${qualification.expires}`
    return qualification.verification.state === 'unverified' ? 'unverified' : ''
  }
  const competenceReasons = (person: Practitioner, competence: Competence, date: string): readonly string[] => {
    const relevant = facts.qualifications.filter((qualification) => {
      const type = facts.certificationTypes.find((one) => one.id === qualification.certificationTypeId)
      return qualification.practitionerId === person.id && qualification.status !== 'entered-in-error' && type?.active === true && type.competences.includes(competence)
    })
    if (relevant.length === 0) return [`not-certified ${competence}`]
    if (relevant.some((qualification) => grants(qualification, date) === '')) return []
    return relevant.map((qualification) => `${grants(qualification, date)} ${competence} ${qualification.id}`)
  }
  const standingMemo = new Map<string, readonly string[]>()
  const standingReasons = (person: Practitioner, roles: readonly Role[] | null, competences: readonly Competence[], place: Location, date: string): readonly string[] => {
    const key = JSON.stringify([person.id, roles, competences, place.id, date])
    const before = standingMemo.get(key)
    if (before !== undefined) return before
    const held = rolesAt(person, place, date)
    const reasons = [
      ...(person.active ? [] : ['inactive']),
      ...(roles === null || held.some((role) => roles.includes(role)) ? [] : [`role-not-allowed ${[...new Set(held)].sort().join()}`]),
      ...competences.flatMap((competence) => competenceReasons(person, competence, date)),
    ]
    standingMemo.set(key, reasons)
    return reasons
  }
  const supervises = (person: Practitioner, service: ServiceType, place: Location, tick: number): boolean => {
    const { supervision } = service
    if (supervision === null) return false
    const present = there(person, place, tick, 'on-site') || (supervision.presence === 'on-call' && there(person, place, tick, 'on-call'))
    return present && standingReasons(person, supervision.roles.length === 0 ? null : supervision.roles, supervision.competences, place, dateOf(tick, place.zone)).length === 0
  }
  const performs = (person: Practitioner, service: ServiceType, place: Location, tick: number): boolean =>
    there(person, place, tick, 'on-site') && standingReasons(person, service.roles, service.competences, place, dateOf(tick, place.zone)).length === 0

  const injects = (service: ServiceType): boolean => !service.physiotherapy
  /** The rules of a place that ask for company, as all are made here: approved, in force, of this place, and blocking. */
  const companyRules = (service: ServiceType, place: Location) => (injects(service) && place.regulation !== null ? facts.rules : [])
    .filter(({ terms }) => terms.presence !== 'silent' && terms.severity === 'block').sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1))
  /** What a person's roles ask for on a date: per role that the service takes, its rules; nothing when one of the roles asks for nobody. */
  const asked = (person: Practitioner, service: ServiceType, place: Location, date: string) => {
    const ways = [...new Set(rolesAt(person, place, date))].filter((role) => service.roles.includes(role)).sort()
      .map((role) => companyRules(service, place).filter(({ terms }) => terms.roles.length === 0 || terms.roles.includes(role)))
    return ways.some((way) => way.length === 0) ? [] : ways
  }
  type Rule = StaffingFacts['rules'][number]
  const thereFor = ({ terms }: Rule, performer: Practitioner, place: Location, date: string, ticks: readonly number[], away: string) => people.filter((person) =>
    person.id !== performer.id && person.id !== away && person.active && rolesAt(person, place, date).some((role) => terms.presentRoles.includes(role))
    && ticks.every((tick) => there(person, place, tick, 'on-site') || (terms.presence === 'on-call' && there(person, place, tick, 'on-call'))))
  /** The first rule that nobody is there for, by date, where every role has one. */
  const companyMissing = (person: Practitioner, service: ServiceType, place: Location, ticks: readonly number[], away = ''): string | null => {
    for (const date of new Set(ticks.map((tick) => dateOf(tick, place.zone)))) {
      const missing = asked(person, service, place, date).map((way) => way.find((rule) => thereFor(rule, person, place, date, ticks, away).length === 0))
      if (missing.length > 0 && missing.every((rule) => rule !== undefined)) return missing[0]?.id ?? null
    }
    return null
  }
  const waysOf = (person: Practitioner, service: ServiceType, place: Location, ticks: readonly number[], away = ''): readonly (readonly BruteLimit[])[] | undefined => {
    let ways: readonly (readonly BruteLimit[])[] = [[]]
    for (const date of new Set(ticks.map((tick) => dateOf(tick, place.zone)))) {
      const today = asked(person, service, place, date).filter((way) => way.every((rule) => thereFor(rule, person, place, date, ticks, away).length > 0))
        .map((way) => way.flatMap((rule) => (rule.terms.ratio === null ? [] : [{
          under: `${rule.id} at ${place.id}`, atMost: rule.terms.ratio * thereFor(rule, person, place, date, ticks, away).length,
        }])))
      if (today.length > 0) ways = ways.flatMap((limits) => today.map((more) => [...limits, ...more]))
    }
    return ways.some((limits) => limits.length === 0) ? undefined : ways
  }

  const judge = (visit: Appointment) => {
    const service = facts.serviceTypes.find((one) => one.id === visit.serviceTypeId)
    const place = facts.locations.find((one) => one.id === visit.locationId)
    if (service === undefined || service.status !== 'approved' || place === undefined || !place.active) return null
    const ticks = ticksOf(visit.interval.start, visit.interval.end)
    const dates = [...new Set(ticks.map((tick) => dateOf(tick, place.zone)))]
    const supervisors = people.filter((person) => ticks.every((tick) => supervises(person, service, place, tick)))
    const reasonsFor = (person: Practitioner): readonly string[] => {
      const reasons = dates.flatMap((date) => standingReasons(person, service.roles, service.competences, place, date))
      if (!ticks.every((tick) => planned(person, place, tick, 'on-site'))) {
        const first = visit.interval.start
        const day = dateOf(first, place.zone)
        const laterToday: number[] = []
        for (let tick = first + tickMs; dateOf(tick, place.zone) === day; tick += tickMs) laterToday.push(tick)
        const next = laterToday.find((tick) => there(person, place, tick, 'on-site') && !there(person, place, tick - tickMs, 'on-site'))
        reasons.push(`off-shift ${next === undefined ? null : wallOf(next, place.zone)}`)
      }
      const firstAbsent = ticks.find((tick) => isAbsent(person, tick))
      if (firstAbsent !== undefined) {
        let until = firstAbsent
        while (isAbsent(person, until)) until += tickMs
        reasons.push(`absent ${wallOf(until, place.zone)}`)
      }
      for (const other of facts.appointments) {
        if (other.id !== visit.id && other.performerId === person.id && occupying.includes(other.status) && clash(other, visit)) reasons.push(`busy ${other.id}`)
      }
      if (service.supervision !== null && !supervisors.some((supervisor) => supervisor.id !== person.id)) reasons.push('supervisor-missing')
      const missing = companyMissing(person, service, place, ticks)
      if (missing !== null) reasons.push(`company-missing ${missing}`)
      return [...new Set(reasons)].sort()
    }
    const reasons = Object.fromEntries(people.map((person) => [person.id, reasonsFor(person)] as const).filter(([, list]) => list.length > 0))
    const eligible = people.filter((person) => reasons[person.id] === undefined).map((person) => person.id as string)
    const without = (away: string): readonly string[] => eligible.filter((id) => id !== away
      && (service.supervision === null || supervisors.some((supervisor) => supervisor.id !== id && supervisor.id !== away))
      && people.some((person) => person.id === id && companyMissing(person, service, place, ticks, away) === null))
    const limitedWithout = (away: string): Limited => Object.fromEntries(people.filter((person) => eligible.includes(person.id)).flatMap((person) => {
      const ways = waysOf(person, service, place, ticks, away)
      return ways === undefined ? [] : [[person.id, ways]]
    }))
    return { visit, reasons, eligible, without, limited: limitedWithout(''), limitedWithout, supervisors: supervisors.map((person) => person.id as string), atMost: service.supervision?.atMost ?? null }
  }

  const all = facts.appointments.filter((visit) => standing.includes(visit.status)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const judged = all.map((visit) => ({ id: visit.id, visit, outcome: judge(visit) }))
  const isNamed = ({ visit, eligible }: { readonly visit: Appointment; readonly eligible: readonly string[] }): boolean => eligible.includes(visit.performerId ?? '')
  const shares = ({ atMost, limited }: { readonly atMost: number | null; readonly limited: Limited }): boolean => atMost !== null || Object.keys(limited).length > 0
  // A visit that names somebody fit for it waits for nobody, unless it has to share those who must be there.
  const open = judged.flatMap(({ outcome }) => (outcome !== null && (!isNamed(outcome) || shares(outcome)) ? [outcome] : []))

  type Want = BruteWant & { readonly visit: Appointment }
  /** Every way to give people to the visits, nobody twice at once; `best` keeps the fullest, earlier-made visits first. */
  const bestSet = (wants: readonly Want[]): readonly string[] => {
    let best: readonly string[] = []
    const better = (a: readonly string[]): boolean => a.length > best.length || (a.length === best.length && a.join() < best.join())
    const given: (BruteSeat & { readonly visit: Appointment })[] = []
    const tryFrom = (i: number): void => {
      const want = wants[i]
      if (want === undefined) {
        const ids = given.map((one) => one.visit.id as string)
        if (better(ids)) best = ids
        return
      }
      for (const seat of seatsFor(want, want.visit.interval, given)) {
        given.push({ ...seat, visit: want.visit })
        tryFrom(i + 1)
        given.pop()
      }
      tryFrom(i + 1)
    }
    tryFrom(0)
    return best
  }
  const servedIds = bestSet(open)
  const chosen = open.filter((one) => servedIds.includes(one.visit.id))
  const fits = (wants: readonly Want[]): boolean => bestSet(wants).length === wants.length
  // Whoever is named stays named where the others can still be had, earlier-made visits first.
  const served = chosen.filter(isNamed).reduce<readonly (typeof chosen)[number][]>((kept, one) => {
    const next = kept.map((other) => (other === one ? { ...one, eligible: [one.visit.performerId as string] } : other))
    return fits(next) ? next : kept
  }, chosen)
  const keepsName = (id: string): boolean => served.some(({ visit, eligible }) => visit.id === id && eligible.length === 1 && eligible[0] === visit.performerId)

  const verdicts = judged.map(({ id, visit, outcome }): BruteVerdict => {
    if (outcome === null) return { id, state: 'cannot-verify', eligible: [], supervisors: [], atMost: null, limited: {}, fragileOn: null, served: false, reasons: {} }
    const { eligible, reasons, without, supervisors, atMost, limited } = outcome
    if (!isNamed(outcome) || (shares(outcome) && !keepsName(id))) {
      return { id, state: 'open', eligible, supervisors, atMost, limited, fragileOn: null, served: servedIds.includes(id), reasons }
    }
    const critical = [visit.performerId as string, ...outcome.supervisors, ...people.map((person) => person.id as string)].find((away) => {
      const wants = [...served.filter((one) => one.visit.id !== id), { ...outcome, eligible: without(away), limited: outcome.limitedWithout(away), supervisors: outcome.supervisors.filter((one) => one !== away) }]
      return bestSet(wants).length < wants.length
    })
    return { id, state: 'covered', eligible, supervisors, atMost, limited, fragileOn: critical ?? null, served: true, reasons }
  }).filter(({ id }) => all.some((visit) => visit.id === id && visit.interval.start < to && from < visit.interval.end))

  const gaps: string[] = []
  const fragile: string[] = []
  const working: string[] = []
  for (const tick of ticksOf(from, to)) {
    for (const place of facts.locations) {
      for (const person of people) {
        for (const presence of ['on-site', 'on-call']) if (there(person, place, tick, presence)) working.push(`${person.id} ${place.id} ${presence} ${tick}`)
      }
      if (!isOpen(place, tick)) continue
      for (const service of facts.serviceTypes.filter((one) => one.status === 'approved')) {
        const performers = people.filter((person) => performs(person, service, place, tick))
        const supervisors = people.filter((person) => supervises(person, service, place, tick))
        const staffedWithout = (away: string): boolean => performers.some((performer) => performer.id !== away && companyMissing(performer, service, place, [tick], away) === null
          && (service.supervision === null || supervisors.some((supervisor) => supervisor.id !== performer.id && supervisor.id !== away)))
        if (!staffedWithout('')) gaps.push(`${place.id} ${service.id} ${tick}`)
        else {
          const critical = [...performers, ...supervisors, ...people].find((person) => !staffedWithout(person.id))
          if (critical !== undefined) fragile.push(`${place.id} ${service.id} ${tick} ${critical.id}`)
        }
      }
    }
  }
  return { verdicts, gaps: gaps.sort(), fragile: fragile.sort(), working: working.sort() }
}

/** Whether visits can all be given to somebody, tried in every way. */
export function bruteForceFeasible(wants: readonly (BruteWant & { readonly interval: Span })[]): boolean {
  const given: BruteSeat[] = []
  const tryFrom = (i: number): boolean => {
    const want = wants[i]
    if (want === undefined) return true
    return seatsFor(want, want.interval, given).some((seat) => {
      given.push(seat)
      const done = tryFrom(i + 1)
      given.pop()
      return done
    })
  }
  return tryFrom(0)
}
