import { type Appointment, isStanding } from './appointment.ts'
import type { CertificationType, Competence, Qualification } from './certification.ts'
import type { CertificationTypeId, PractitionerId, ServiceTypeId } from './ids.ts'
import { competenceOn } from './qualification.ts'
import type { ServiceType } from './service.ts'
import { dateAt, dateOf } from './time/wallClock.ts'
import type { Instant } from './time/values.ts'

/** How many visits hang on a person (`certificationTypeId: null`), or on one certification of that person. */
export type Stake = { readonly practitionerId: PractitionerId; readonly certificationTypeId: CertificationTypeId | null; readonly visits: number }

export type Register = {
  readonly certificationTypes: readonly CertificationType[]
  readonly qualifications: readonly Qualification[]
  readonly serviceTypes: readonly ServiceType[]
  readonly appointments: readonly Appointment[]
}

function groupedByHolder(qualifications: readonly Qualification[]): ReadonlyMap<PractitionerId, readonly Qualification[]> {
  const held = new Map<PractitionerId, Qualification[]>()
  for (const qualification of qualifications) {
    if (qualification.status === 'entered-in-error') continue
    const own = held.get(qualification.practitionerId)
    if (own === undefined) held.set(qualification.practitionerId, [qualification])
    else own.push(qualification)
  }
  return held
}

/**
 * Counts the standing visits from today on (by each visit's own zone) that name a performer, and those among them that need
 * what one certification of that person gives and no other counting one of theirs does. An ended or unverified certification
 * is at stake as well: its visits wait for it.
 */
export function visitsAtStake(register: Register, now: Instant): readonly Stake[] {
  const types = new Map(register.certificationTypes.map(type => [type.id, type]))
  const needs = new Map<ServiceTypeId, readonly Competence[]>(register.serviceTypes.map(service => [service.id, service.competences]))
  const held = groupedByHolder(register.qualifications)
  const stakes = new Map<string, { practitionerId: PractitionerId; certificationTypeId: CertificationTypeId | null; visits: number }>()
  const count = (practitionerId: PractitionerId, certificationTypeId: CertificationTypeId | null): void => {
    const key = `${practitionerId} ${certificationTypeId ?? ''}`
    const stake = stakes.get(key)
    if (stake === undefined) stakes.set(key, { practitionerId, certificationTypeId, visits: 1 })
    else stake.visits += 1
  }

  for (const visit of register.appointments) {
    const { performerId } = visit
    const date = dateOf(visit.start)
    if (performerId === null || !isStanding(visit.status) || date < dateAt(now, visit.zone)) continue
    count(performerId, null)
    const own = held.get(performerId) ?? []
    for (const typeId of new Set(own.map(qualification => qualification.certificationTypeId))) {
      const others = own.filter(qualification => qualification.certificationTypeId !== typeId)
      const gives = types.get(typeId)?.competences ?? []
      const hangs = (needs.get(visit.serviceTypeId) ?? [])
        .some(competence => gives.includes(competence) && !competenceOn(others, types, competence, date).granted)
      if (hangs) count(performerId, typeId)
    }
  }
  return [...stakes.values()]
}
