import { endingsOf } from '../alert.ts'
import type { Competence, Qualification, Verification } from '../certification.ts'
import { asId } from '../ids.ts'
import type { AccountId, AppointmentId, CertificationTypeId, LocationId, PractitionerId, QualificationId, ServiceTypeId } from '../ids.ts'
import { byText } from '../order.ts'
import { competencesOf } from '../qualification.ts'
import type { ServiceType } from '../service.ts'
import { instant } from '../time/instant.ts'
import { clip, isProper, minutesIn, overlaps, subtract } from '../time/interval.ts'
import { addDays, dateOfDay } from '../time/plainDate.ts'
import type { Interval, PlainDate } from '../time/values.ts'
import { dayAt } from '../time/wallClock.ts'
import { assessVisits } from './assessStaffing.ts'
import { boardOf, ruleOf } from './board.ts'
import type { Board, Site } from './board.ts'
import { isFlagged } from './explain.ts'
import { staffingGaps } from './gaps.ts'
import { islandsOf } from './islands.ts'
import { standingOn } from './standing.ts'
import type { PractitionerReasons, StaffingFacts, StaffingGap, Verdict } from './types.ts'

/** What is to be done about a certification: renew it, verify it again, or verify it for the first time. */
export type EndKind = 'certification' | 'verification' | 'unverified'

/** Opening hours of a service at a place that fall to nobody, in minutes; `cleared`: those of them that renewing this one alone gives back. */
export type EndedHours = { readonly locationId: LocationId; readonly serviceTypeId: ServiceTypeId; readonly minutes: number; readonly cleared: number }

/** One certification that ends, or does not count yet, and what hangs on it within a window. */
export type WhatEnds = {
  readonly qualificationId: QualificationId
  readonly practitionerId: PractitionerId
  readonly certificationTypeId: CertificationTypeId
  readonly kind: EndKind
  /** The last day on which it counts; `null`: it does not count yet. */
  readonly ends: PlainDate | null
  /** Visits that are flagged then, and that its holder might perform if everything that ends were renewed. */
  readonly uncovered: readonly AppointmentId[]
  /** Visits that renewing this one alone clears, whoever then performs them. */
  readonly cleared: readonly AppointmentId[]
  readonly hours: readonly EndedHours[]
}

type End = Pick<WhatEnds, 'qualificationId' | 'practitionerId' | 'certificationTypeId' | 'kind' | 'ends'>
type Verdicts = ReadonlyMap<AppointmentId, Verdict>

function endsBefore(facts: StaffingFacts, through: PlainDate): readonly End[] {
  const ending = endingsOf(facts).filter(({ ends }) => ends <= through)
  const here = new Set(facts.practitioners.filter(person => person.active).map(person => person.id))
  const waiting = facts.qualifications.filter(({ practitionerId, status, verification, expires }) =>
    here.has(practitionerId) && status === 'active' && verification.state === 'unverified' && (expires === null || expires > through))
  return [...ending, ...waiting.map(({ id, practitionerId, certificationTypeId }) =>
    ({ qualificationId: id, practitionerId, certificationTypeId, kind: 'unverified' as const, ends: null }))]
}

const vouched: Verification = {
  state: 'verified', by: asId<AccountId>('00000000-0000-7000-8000-000000000000'), byName: '', method: 'letter', source: '', at: instant(0), due: null,
}

/** A certification as it would be if somebody saw to it: it counts until after the window, and is verified. */
function renewed(qualification: Qualification, through: PlainDate): Qualification {
  const { expires, verification } = qualification
  const longer = expires === null || expires > through ? expires : addDays(through, 2)
  return { ...qualification, expires: longer, verification: verification.state === 'verified' && verification.due === null ? verification : vouched }
}

const withRenewed = (facts: StaffingFacts, ids: ReadonlySet<QualificationId>, through: PlainDate): StaffingFacts =>
  ({ ...facts, qualifications: facts.qualifications.map(one => (ids.has(one.id) ? renewed(one, through) : one)) })

const flaggedIn = (verdicts: Verdicts, id: AppointmentId): boolean => {
  const verdict = verdicts.get(id)
  return verdict !== undefined && isFlagged(verdict)
}

const reasonsOf = (verdicts: Verdicts, id: AppointmentId, who: PractitionerId): PractitionerReasons | undefined =>
  verdicts.get(id)?.reasons.find(entry => entry.practitionerId === who)

const mentions = (entry: PractitionerReasons | undefined, id: QualificationId): boolean =>
  entry !== undefined && entry.reasons.some(reason => 'qualificationId' in reason && reason.qualificationId === id)

/** What a certification is about, whether it counts or not. */
function competencesOfEnd(facts: StaffingFacts, { qualificationId, certificationTypeId }: End): readonly Competence[] {
  const type = facts.certificationTypes.find(one => one.id === certificationTypeId)
  const qualification = facts.qualifications.find(one => one.id === qualificationId)
  return type === undefined || qualification === undefined ? [] : competencesOf(qualification, type)
}

const supervisedBy = (service: ServiceType | undefined, competences: readonly Competence[]): boolean =>
  service?.supervision?.competences.some(competence => competences.includes(competence)) === true
const asksFor = (service: ServiceType, competences: readonly Competence[]): boolean =>
  service.competences.some(competence => competences.includes(competence)) || supervisedBy(service, competences)

/** The facts with only those visits on which an end can bear: the ones that it keeps somebody from, with all that goes on beside them. */
function around(facts: StaffingFacts, base: Verdicts, end: End, window: Interval): { readonly facts: StaffingFacts; readonly window: Interval } | null {
  const competences = competencesOfEnd(facts, end)
  const services = new Map(facts.serviceTypes.map(service => [service.id, service]))
  const islands = islandsOf(facts.appointments).filter(({ interval, visits }) => overlaps(interval, window) && visits.some(visit => base.has(visit.id)
    && (mentions(reasonsOf(base, visit.id, end.practitionerId), end.qualificationId) || supervisedBy(services.get(visit.serviceTypeId), competences))))
  const [first, last] = [islands[0], islands.at(-1)]
  if (first === undefined || last === undefined) return null
  return { facts: { ...facts, appointments: islands.flatMap(island => island.visits) }, window: { start: first.interval.start, end: last.interval.end } }
}

const keyOf = ({ locationId, serviceTypeId }: Pick<StaffingGap, 'locationId' | 'serviceTypeId'>): string => `${locationId} ${serviceTypeId}`
const byService = (gaps: readonly StaffingGap[]): ReadonlyMap<string, readonly Interval[]> =>
  new Map([...Map.groupBy(gaps, keyOf)].map(([key, stretches]) => [key, stretches.map(stretch => stretch.interval)]))

// A window may begin between two minutes.
const wholeMinutes = (intervals: readonly Interval[]): number => Math.round(minutesIn(intervals))

/** When a person is there and, were everything renewed, might perform or supervise a service. */
function couldServe(board: Board, who: PractitionerId, service: ServiceType, site: Site, gaps: readonly Interval[]): readonly Interval[] {
  const person = board.people.find(one => one.id === who)
  const there = person?.attendance.get(site.id)
  if (person === undefined || there === undefined) return []
  const rule = ruleOf(board, service)
  return gaps.flatMap(gap => clip(there.reachable, gap)).filter(({ start }) => {
    const able = (asked: typeof rule.performing | null): boolean => asked !== null && standingOn(person, asked, site, board.types, dayAt(start, site.zone)).reasons.length === 0
    return able(rule.performing) || able(rule.supervising)
  })
}

/**
 * What hangs on each certification that ends within a window, or does not count yet: the visits and opening hours that fall
 * to nobody, and what renewing it alone would clear. Most visits first. `blocked`: visits that a rule of the place blocks,
 * whoever is certified. The facts must hold every visit that touches the window, as for `assessStaffing`.
 */
export function whatEnds(facts: StaffingFacts, window: Interval, blocked: ReadonlySet<AppointmentId>): readonly WhatEnds[] {
  const zone = boardOf({ ...facts, appointments: [] }, window).sites.values().next().value?.zone
  if (zone === undefined || !isProper(window)) return []
  const through = dateOfDay(dayAt(window.end, zone))
  const ends = endsBefore(facts, through)
  const everything = withRenewed(facts, new Set(ends.map(end => end.qualificationId)), through)
  const [base, best] = [assessVisits(facts, window), assessVisits(everything, window)]
  const clearedIn = (verdicts: Verdicts): readonly AppointmentId[] =>
    [...verdicts.keys()].filter(id => base.has(id) && !blocked.has(id) && flaggedIn(base, id) && !flaggedIn(verdicts, id))

  const gapsOf = (some: StaffingFacts, services: readonly ServiceType[]) => {
    const board = boardOf({ ...some, appointments: [] }, window)
    return { board, gaps: byService(staffingGaps(board, some.locations, services, window).gaps) }
  }
  const [gapsNow, gapsAtBest] = [gapsOf(facts, facts.serviceTypes), gapsOf(everything, facts.serviceTypes)]

  const hoursOf = (end: End, alone: StaffingFacts): readonly EndedHours[] => {
    const competences = competencesOfEnd(facts, end)
    const services = facts.serviceTypes.filter(service => asksFor(service, competences))
    if (services.length === 0) return []
    const gapsAlone = gapsOf(alone, services).gaps
    return [...gapsNow.board.sites.values()].flatMap(site => services.flatMap((service) => {
      const key = keyOf({ locationId: site.id, serviceTypeId: service.id })
      const now = gapsNow.gaps.get(key) ?? []
      const cleared = subtract(now, gapsAlone.get(key) ?? [])
      const minutes = wholeMinutes(couldServe(gapsAtBest.board, end.practitionerId, service, site, subtract(now, gapsAtBest.gaps.get(key) ?? [])))
      return minutes === 0 && cleared.length === 0 ? [] : [{ locationId: site.id, serviceTypeId: service.id, minutes: Math.max(minutes, wholeMinutes(cleared)), cleared: wholeMinutes(cleared) }]
    }))
  }

  const atBest = clearedIn(best)
  const found = ends.map((end): WhatEnds => {
    const alone = withRenewed(facts, new Set([end.qualificationId]), through)
    const near = around(facts, base, end, window)
    const cleared = near === null ? [] : clearedIn(assessVisits({ ...alone, appointments: near.facts.appointments }, near.window))
    const keptFrom = atBest.filter(id => mentions(reasonsOf(base, id, end.practitionerId), end.qualificationId)
      && (reasonsOf(best, id, end.practitionerId)?.reasons ?? []).every(reason => reason.kind === 'busy'))
    return { ...end, cleared, uncovered: [...new Set([...cleared, ...keptFrom])].sort(byText), hours: hoursOf(end, alone) }
  })
  const minutesOf = ({ hours }: WhatEnds): number => hours.reduce((sum, one) => sum + one.minutes, 0)
  const today = dateOfDay(dayAt(window.start, zone))
  return found
    .filter(({ ends: day, uncovered, hours }) => uncovered.length > 0 || hours.length > 0 || (day !== null && day >= today))
    .sort((a, b) => b.uncovered.length - a.uncovered.length || minutesOf(b) - minutesOf(a) || byText(a.ends ?? '', b.ends ?? '') || byText(a.qualificationId, b.qualificationId))
}
