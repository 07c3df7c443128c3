import type { Competence } from '../domain/certification.ts'
import type { AppointmentId, PractitionerId } from '../domain/ids.ts'
import { assertNever } from '../domain/result.ts'
import type {
  CannotVerifyCause,
  ClosedSlot,
  Fragility,
  PractitionerReasons,
  Reason,
  Shortage,
  Verdict,
} from '../domain/staffing/types.ts'
import { addDays, dayOfMonth, monthOf, yearOf } from '../domain/time/plainDate.ts'
import type { PlainDate, WallDateTime } from '../domain/time/values.ts'
import { dateOf, timeOf } from '../domain/time/wallClock.ts'
import { dayWords, monthWords } from './en/dates.ts'
import { counted, listWords } from './en/names.ts'
import { findingsSentence, tooSoonSentence } from './rules.ts'

/** How people and things are called in a sentence. */
export type StaffingNames = {
  /** "A. Khan" */
  readonly person: (id: PractitionerId) => string
  /** "cervical dystonia" */
  readonly competence: (code: Competence) => string
  /** "10:20", when the visit is known. */
  readonly visitTime: (id: AppointmentId) => string | null
  /** The date that "yesterday" and "tomorrow" are counted from. */
  readonly today: PlainDate
}

/** The visit, or the place for one, that is spoken of. */
export type StaffingQuestion = { readonly start: WallDateTime; readonly performerId: PractitionerId | null }

type CertificateReason = Extract<Reason, { readonly qualificationId: unknown }>
type TimeReason = Extract<Reason, { readonly kind: 'off-shift' | 'absent' | 'busy' }>
type Asked = StaffingQuestion & { readonly names: StaffingNames }

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase() + label.slice(1) : label
/** "Chronic migraine" of "Chronic migraine, 31 sites": enough to know which certificate is meant. */
const shortLabel = (label: string): string => label.split(/[,(]/)[0]?.trim() || label
const sentence = (text: string): string => `${capital(text)}.`

/** "yesterday", "today", "tomorrow", "on 3 January", and with the year when it is another one. */
export function dayNear(date: PlainDate, today: PlainDate): string {
  if (date === today) return 'today'
  if (date === addDays(today, -1)) return 'yesterday'
  if (date === addDays(today, 1)) return 'tomorrow'
  const words = `on ${dayOfMonth(date)} ${monthWords[monthOf(date) - 1] ?? ''}`
  return yearOf(date) === yearOf(today) ? words : `${words} ${yearOf(date)}`
}

const whenSeen = (at: WallDateTime, asked: Asked): string =>
  dateOf(at) === dateOf(asked.start)
    ? timeOf(at)
    : timeOf(at) === '00:00'
      ? dayWords(dateOf(at))
      : `${dayWords(dateOf(at))} ${timeOf(at)}`

const isCertificate = (reason: Reason): reason is CertificateReason => 'qualificationId' in reason
const isTime = (reason: Reason): reason is TimeReason =>
  reason.kind === 'off-shift' || reason.kind === 'absent' || reason.kind === 'busy'
const isHopeless = (reason: Reason): boolean =>
  reason.kind === 'inactive' || reason.kind === 'role-not-allowed' || reason.kind === 'not-certified' || reason.kind === 'role-barred'

function certificateClause(who: string, reason: CertificateReason, { names }: Asked): string {
  const certificate = `${who}’s ${inSentence(shortLabel(names.competence(reason.competence)))} certificate`
  switch (reason.kind) {
    case 'expired':
      return `${certificate} ${reason.lastDay < names.today ? 'ended' : 'ends'} ${dayNear(reason.lastDay, names.today)}`
    case 'not-yet-effective':
      return `${certificate} ${reason.firstDay <= names.today ? 'started' : 'starts'} ${dayNear(reason.firstDay, names.today)}`
    case 'suspended':
      return `${certificate} is suspended`
    case 'revoked':
      return `${certificate} was revoked`
    case 'unverified':
      return `${certificate} is not verified yet`
    case 'superseded':
      return `${certificate} was renewed, and the renewal does not count`
    case 'verification-overdue':
      return `${certificate} has to be verified again by then`
    case 'prescriber-missing':
      return `${certificate} names no supervising prescriber`
    case 'hours-short':
      return `${certificate} shows too few hours`
    case 'expiry-unknown':
      return `${certificate} has no known end date`
    default:
      return assertNever(reason)
  }
}

function timeClause(who: string, reason: TimeReason, asked: Asked): string {
  switch (reason.kind) {
    case 'off-shift':
      return reason.next ? `${who} is on shift from ${whenSeen(reason.next, asked)}` : `${who} is not on shift`
    case 'absent':
      return `${who} is away until ${whenSeen(reason.until, asked)}`
    case 'busy': {
      const time = asked.names.visitTime(reason.appointmentId)
      return time === null ? `${who} has another visit then` : `${who} has another visit at ${time}`
    }
    default:
      return assertNever(reason)
  }
}

/** One reason about one person, as a clause without a full stop. */
function clause(who: string, reason: Reason, asked: Asked): string {
  if (isCertificate(reason)) return certificateClause(who, reason, asked)
  if (isTime(reason)) return timeClause(who, reason, asked)
  switch (reason.kind) {
    case 'inactive':
      return `${who} no longer works here`
    case 'role-not-allowed':
      return `${who}’s role does not allow it`
    case 'role-barred':
      return `${who}’s role may not inject here, by a rule of the place`
    case 'company-missing':
      return `${who} may inject only while somebody else is there, by a rule of the place, and nobody is, or too few are`
    case 'not-certified':
      return `${who} is not certified for ${inSentence(asked.names.competence(reason.competence))}`
    case 'supervisor-missing':
      return `${who} needs a supervisor, and none is there then`
    case 'supervisor-busy':
      return `${who} needs a supervisor, and whoever could has as many visits then as may be`
    default:
      return assertNever(reason)
  }
}

/** The most telling of several reasons: what can least be changed comes first. */
function tellingReason(reasons: readonly Reason[]): Reason | null {
  return reasons.find(isHopeless) ?? reasons.find(isCertificate) ?? reasons.find(isTime) ?? reasons[0] ?? null
}

type Miss = 'lapsed' | 'busy' | 'supervised' | 'later' | 'away'
type Near = Readonly<Record<Miss, readonly string[]>>

function missOf(reason: Reason): Miss {
  if (isCertificate(reason)) return 'lapsed'
  if (reason.kind === 'busy') return 'busy'
  if (reason.kind === 'supervisor-missing' || reason.kind === 'supervisor-busy' || reason.kind === 'company-missing') return 'supervised'
  return reason.kind === 'off-shift' && reason.next !== null ? 'later' : 'away'
}

/** Those who miss by one thing only, by what they miss. */
function nearOnes(reasons: readonly PractitionerReasons[], asked: Asked): Near {
  const near: Record<Miss, string[]> = { lapsed: [], busy: [], supervised: [], later: [], away: [] }
  for (const { practitionerId, reasons: why } of reasons) {
    const only = why.length === 1 || why.every(isCertificate) ? why[0] : undefined
    if (only === undefined || isHopeless(only) || practitionerId === asked.performerId) continue
    const who = asked.names.person(practitionerId)
    near[missOf(only)].push(
      only.kind === 'off-shift' && only.next === null
        ? `${who} is certified but not on shift that day`
        : clause(who, only, asked),
    )
  }
  return near
}

const some = (clauses: readonly string[], limit: number): readonly string[] => clauses.slice(0, limit)

function performerClause(reasons: readonly PractitionerReasons[], asked: Asked): string | null {
  const own = reasons.find(entry => entry.practitionerId === asked.performerId)
  const reason = own === undefined ? null : tellingReason(own.reasons)
  return asked.performerId === null || reason === null ? null : clause(asked.names.person(asked.performerId), reason, asked)
}

function nobodyClause(reasons: readonly PractitionerReasons[], near: Near, named: boolean): string {
  const certified = reasons.some(entry => !entry.reasons.some(reason => isHopeless(reason) || isCertificate(reason)))
  const someone = named || near.lapsed.length > 0 || near.supervised.length > 0
  if (near.busy.length > 0) return 'nobody else certified is free'
  if (certified || someone) return someone ? 'nobody else certified is on shift' : 'nobody certified is on shift then'
  return reasons.some(entry => entry.reasons.some(isCertificate))
    ? 'nobody with a certificate that counts is on shift then'
    : 'nobody here is certified for this'
}

function uncoveredSentence(reasons: readonly PractitionerReasons[], asked: Asked): string {
  const near = nearOnes(reasons, asked)
  const own = performerClause(reasons, asked)
  const why = [...(own === null ? [] : [own]), ...some(near.lapsed, 2), ...some(near.busy, 2), ...some(near.supervised, 1)]
  const remedies = near.later.length > 0 ? some(near.later, 2) : some(near.away, 2)
  return [sentence([...why, nobodyClause(reasons, near, own !== null)].join('; ')), ...remedies.map(sentence)].join(' ')
}

/** "3 visits overlap, 2 people can do them: A. Khan and M. Ortiz." "3 visits overlap that have to be supervised; J. Lee may supervise 2 at a time." */
export function shortageSentence(shortage: Shortage, names: StaffingNames): string {
  const { supervision } = shortage
  const people = (supervision ?? shortage).practitionerIds.map(names.person)
  const visits = `${counted(shortage.appointmentIds.length, 'visit')} ${shortage.appointmentIds.length === 1 ? 'is due' : 'overlap'}`
  if (people.length === 0) return `${visits}, nobody can do ${shortage.appointmentIds.length === 1 ? 'it' : 'them'}.`
  if (supervision !== null) {
    const many = `${supervision.atMost}${people.length > 1 ? ' each' : ''} at a time.`
    return supervision.scopeRuleId === null
      ? `${visits} that have to be supervised; ${listWords(people)} may supervise ${many}`
      : `${visits} at which somebody else must be there, by a rule of the place; ${listWords(people)} may be there for ${many}`
  }
  return `${visits}, ${counted(people.length, 'person', 'people')} can do them: ${listWords(people)}.`
}

/** "Only A. Khan can do this; the certificate ends on 3 January." */
export function fragileSentence(fragile: Fragility, names: StaffingNames): string {
  const only = `Only ${names.person(fragile.practitionerId)} can do this`
  return fragile.expiring === null
    ? `${only}.`
    : `${only}; the certificate ends ${dayNear(fragile.expiring.lastDay, names.today)}.`
}

/** Why the engine could not tell, and who can mend it. */
export const cannotVerifyText: Readonly<Record<CannotVerifyCause, string>> = {
  'service-type-unknown': 'It is not known what this service requires, so nobody can be checked against it.',
  'service-type-not-approved':
    'The clinical lead has not approved what this service requires, so nobody can be checked against it.',
  'location-unknown': 'It is not known where this visit takes place, so nobody’s shift can be checked.',
  'time-invalid': 'The time of this visit does not exist on that day. Give it another time.',
  'search-limit': 'Too many visits overlap here to check them all. Move some of them.',
  'rule-failed': 'This visit could not be checked. Treat it as not staffed, and tell your clinical lead.',
}

/** What the staffing engine says of a visit, in one or two plain sentences with names. */
export function staffingSentence(verdict: Verdict, question: StaffingQuestion, names: StaffingNames): string {
  const asked: Asked = { ...question, names }
  switch (verdict.state) {
    case 'covered': {
      if (verdict.fragile !== null) return fragileSentence(verdict.fragile, names)
      return question.performerId === null
        ? 'Somebody certified is on shift.'
        : `${capital(names.person(question.performerId))} is certified and on shift.`
    }
    case 'assignable': {
      const able = `${names.person(verdict.performerId)} can do it`
      const own = performerClause(verdict.reasons, asked)
      if (own !== null) return sentence(`${own}; ${able}`)
      return asked.performerId === null ? `Nobody is named yet. ${sentence(able)}` : sentence(`nobody is free to supervise ${names.person(asked.performerId)}; ${able}`)
    }
    case 'uncovered':
      return verdict.shortage === null ? uncoveredSentence(verdict.reasons, asked) : shortageSentence(verdict.shortage, names)
    case 'against-rule':
      return findingsSentence(verdict.findings)
    case 'cannot-verify':
      return cannotVerifyText[verdict.cause]
    default:
      return assertNever(verdict)
  }
}

/** Why a time in the calendar is not offered, in one sentence. */
export function closedSlotSentence(
  slot: Pick<ClosedSlot, 'start' | 'outsideOpeningHours' | 'freeRoom' | 'patientBusy' | 'companionMissing' | 'tooSoon' | 'findings' | 'reasons'>,
  names: StaffingNames,
  /** The one room that was asked for. */
  room: string | null = null,
): string {
  if (slot.tooSoon !== null) return tooSoonSentence(slot.tooSoon)
  if (slot.findings.length > 0) return findingsSentence(slot.findings)
  if (slot.outsideOpeningHours) return 'This lies outside the opening hours.'
  if (slot.patientBusy) return 'The patient has another visit then.'
  if (!slot.freeRoom) return room === null ? 'Every room is taken then.' : `${room} is taken then.`
  if (slot.companionMissing) return 'It is free, but there is no place for the second visit.'
  return uncoveredSentence(slot.reasons, { start: slot.start, performerId: null, names })
}

/** "No one certified for dystonia 13:00–15:30" */
export const gapSentence = (services: readonly string[], from: string, to: string): string =>
  `No one certified for ${listWords(services.map(inSentence))} ${from}–${to}`

/** "Only A. Khan for dystonia 13:00–15:30" */
export const fragileStretchSentence = (person: string, service: string, from: string, to: string): string =>
  `Only ${person} for ${inSentence(service)} ${from}–${to}`

/** What is the matter with one person, in one sentence: for the list of who could and why not. */
export function personSentence(entry: PractitionerReasons, question: StaffingQuestion, names: StaffingNames): string {
  const asked: Asked = { ...question, names }
  const reason = tellingReason(entry.reasons)
  return reason === null ? '' : sentence(clause(names.person(entry.practitionerId), reason, asked))
}
