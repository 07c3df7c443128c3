import type { CertificationType, Qualification } from './certification.ts'
import type { AlertId, CertificationTypeId, PractitionerId, QualificationId } from './ids.ts'
import type { Practitioner } from './person.ts'
import { lastDayOf } from './qualification.ts'
import { dayNumber } from './time/plainDate.ts'
import type { Instant, PlainDate } from './time/values.ts'

/** Days before the end on which an alert is given, where the certification type says nothing else. */
export const usualAlertDays: readonly number[] = [90, 60, 30, 14, 7, 1, 0]

/** What ends: the certification itself, or the time for which its verification vouches. */
export type AlertKind = 'certification' | 'verification'

/** What alerts of one kind of certification are given on; `id` is that of the certification type. */
export type AlertDays = { readonly id: CertificationTypeId; readonly version: number; readonly days: readonly number[] }

/** One alert as it was given: never changed and never given again. */
export type Alert = {
  readonly id: AlertId
  readonly qualificationId: QualificationId
  readonly kind: AlertKind
  /** The last day on which it counts. */
  readonly ends: PlainDate
  /** How many days before the end it was due. */
  readonly days: number
  readonly givenAt: Instant
}

/** Something that ends and has to be told in time. */
export type Ending = {
  readonly qualificationId: QualificationId
  readonly practitionerId: PractitionerId
  readonly certificationTypeId: CertificationTypeId
  readonly kind: AlertKind
  readonly ends: PlainDate
}
export type DueAlert = Pick<Alert, 'qualificationId' | 'kind' | 'ends' | 'days'>

export type AlertFacts = {
  readonly practitioners: readonly Practitioner[]
  readonly certificationTypes: readonly CertificationType[]
  readonly qualifications: readonly Qualification[]
  readonly alertDays: readonly AlertDays[]
}

/** Alerts about the same end belong together, whichever threshold they were given on. */
export const endingKey = ({ qualificationId, kind, ends }: Pick<Ending, 'qualificationId' | 'kind' | 'ends'>): string => `${qualificationId} ${kind} ${ends}`

/** The days as they are kept: whole, each once, the earliest alert first. */
export const tidyAlertDays = (days: readonly number[]): readonly number[] => [...new Set(days)].sort((a, b) => b - a)

// Only a renewal that counts lets an old paper end in peace: one not yet verified grants nothing.
function isRenewed(qualification: Qualification, all: readonly Qualification[]): boolean {
  return all.some(other => other.renews === qualification.id && other.status === 'active' && other.verification.state === 'verified')
}

/** Every certification in use that has an end, with the day that comes first: its own, or that of its verification. */
export function endingsOf({ practitioners, certificationTypes, qualifications }: Omit<AlertFacts, 'alertDays'>): readonly Ending[] {
  const here = new Set(practitioners.filter(person => person.active).map(person => person.id))
  const used = new Set(certificationTypes.filter(type => type.active).map(type => type.id))
  return qualifications.flatMap(qualification => {
    const { id, practitionerId, certificationTypeId, status, expires } = qualification
    const ends = lastDayOf(qualification)
    if (ends === null || status === 'revoked' || status === 'entered-in-error' || !here.has(practitionerId) || !used.has(certificationTypeId)) return []
    if (isRenewed(qualification, qualifications)) return []
    return [{ qualificationId: id, practitionerId, certificationTypeId, kind: ends === expires ? 'certification' as const : 'verification' as const, ends }]
  })
}

/**
 * The alerts that are due on a day and were not given before. A threshold that went by while no desk was open is due as soon as
 * one is; one that lies ahead again because the clock was set back is not taken back, and not given twice. Once a nearer one was
 * given, one further from the end says nothing new: other days set afterwards bring back nothing that was told.
 */
export function dueAlerts(facts: AlertFacts, today: PlainDate, given: readonly DueAlert[]): readonly DueAlert[] {
  const nearest = new Map<string, number>()
  for (const alert of given) nearest.set(endingKey(alert), Math.min(alert.days, nearest.get(endingKey(alert)) ?? Infinity))
  const daysOf = new Map(facts.alertDays.map(({ id, days }) => [id, days]))
  return endingsOf(facts).flatMap(ending => {
    const left = dayNumber(ending.ends) - dayNumber(today)
    const { qualificationId, kind, ends } = ending
    return (daysOf.get(ending.certificationTypeId) ?? usualAlertDays)
      .filter(days => left <= days && days < (nearest.get(endingKey(ending)) ?? Infinity)).map(days => ({ qualificationId, kind, ends, days }))
  })
}
