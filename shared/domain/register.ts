import type { CertificationType, Competence, Qualification } from './certification.ts'
import type { LocationId, PractitionerId, QualificationId } from './ids.ts'
import { byText } from './order.ts'
import type { HumanName, Practitioner } from './person.ts'
import { competenceOn, type QualificationState, stateOn } from './qualification.ts'
import type { ServiceType } from './service.ts'
import type { Reason } from './staffing/types.ts'
import { dayNumber, daySpan, spanHas } from './time/plainDate.ts'
import type { Instant, PlainDate } from './time/values.ts'

/** When something was first entered, and by whom. Nobody chooses it, so nothing is entered after the fact unseen. */
export type Entered = { readonly at: Instant; readonly by: string }

/** One certification as the register shows it on a date. */
export type RegisterLine = {
  readonly name: HumanName
  readonly type: CertificationType | null
  readonly qualification: Qualification
  readonly state: QualificationState
  readonly entered: Entered | null
}

type Known = {
  readonly practitioners: readonly Practitioner[]
  readonly certificationTypes: readonly CertificationType[]
  readonly qualifications: readonly Qualification[]
}

const heldBy = (known: Known, id: PractitionerId): readonly Qualification[] => known.qualifications.filter(held => held.practitionerId === id)

/** Every certification of everybody on a date, by name and then by kind; what was entered in error is left out. */
export function registerOn(known: Known, entered: ReadonlyMap<QualificationId, Entered>, date: PlainDate): readonly RegisterLine[] {
  const types = new Map(known.certificationTypes.map(type => [type.id, type]))
  return known.practitioners.flatMap(person => {
    const held = heldBy(known, person.id)
    return held.filter(one => one.status !== 'entered-in-error').map((qualification): RegisterLine => {
      const type = types.get(qualification.certificationTypeId)
      return { name: person.name, type: type ?? null, qualification, state: stateOn(qualification, type, held, date), entered: entered.get(qualification.id) ?? null }
    })
  }).toSorted((a, b) => byText(a.name.family, b.name.family) || byText(a.name.given, b.name.given) || byText(a.type?.name ?? '', b.type?.name ?? '')
    || byText(a.qualification.issued, b.qualification.issued) || byText(a.qualification.id, b.qualification.id))
}

/** Whether somebody was certified for a service on a date: by which papers, or why not. */
export type CertifiedPerson = {
  readonly practitionerId: PractitionerId
  readonly name: HumanName
  readonly by: readonly { readonly typeName: string; readonly number: string; readonly lastDay: PlainDate | null }[]
  readonly reasons: readonly Reason[]
}

/** Who could have performed a service at a place on a date by role and certification, those who could first. Shifts are not asked. */
export function certifiedOn(known: Known, service: Pick<ServiceType, 'competences' | 'roles'>, locationId: LocationId, date: PlainDate): readonly CertifiedPerson[] {
  const types = new Map(known.certificationTypes.map(type => [type.id, type]))
  const grantsOf = (person: Practitioner, competence: Competence) => competenceOn(heldBy(known, person.id), types, competence, date)
  return known.practitioners.filter(person => person.active || heldBy(known, person.id).length > 0).map((person): CertifiedPerson => {
    const held = person.roles.filter(role => (role.locationId === null || role.locationId === locationId) && spanHas(daySpan(role.from, role.through), dayNumber(date)))
    const grants = service.competences.map(competence => grantsOf(person, competence))
    const papers = new Map(grants.flatMap(grant => (grant.granted ? grant.by : [])).map(one => [one.id, one]))
    const reasons: readonly Reason[] = [
      ...(person.active ? [] : [{ kind: 'inactive' } as const]),
      ...(held.some(role => service.roles.includes(role.role)) ? [] : [{ kind: 'role-not-allowed', roles: held.map(role => role.role) } as const]),
      ...grants.flatMap(grant => (grant.granted ? [] : grant.reasons)),
    ]
    return {
      practitionerId: person.id, name: person.name, reasons,
      by: [...papers.values()].map(one => ({ typeName: types.get(one.certificationTypeId)?.name ?? '', number: one.number, lastDay: one.expires })),
    }
  }).toSorted((a, b) => Number(a.reasons.length > 0) - Number(b.reasons.length > 0) || byText(a.name.family, b.name.family) || byText(a.practitionerId, b.practitionerId))
}
