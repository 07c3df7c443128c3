import type { CertificationType, Competence, Qualification } from './certification.ts'
import type { CertificationTypeId } from './ids.ts'
import { competenceOn, endsLast, lastDayOf } from './qualification.ts'
import type { PlainDate } from './time/values.ts'

/** One competence that a person holds on a date, by which certification, and the last day on which it counts (`null`: never ends). */
export type CompetenceBadge = {
  readonly competence: Competence
  readonly certificationTypeId: CertificationTypeId
  readonly lastDay: PlainDate | null
}

/** What one person's qualifications grant on a date, by competence; nothing unverified, suspended or ended. */
export function badgesOn(
  held: readonly Qualification[], types: ReadonlyMap<CertificationTypeId, CertificationType>, date: PlainDate,
): readonly CompetenceBadge[] {
  const competences = new Set(held.flatMap(qualification => types.get(qualification.certificationTypeId)?.competences ?? []))
  return [...competences].sort().flatMap(competence => {
    const grant = competenceOn(held, types, competence, date)
    if (!grant.granted) return []
    const last = endsLast(grant.by)
    const by = last?.qualification ?? grant.by.find(qualification => lastDayOf(qualification) === null)
    return by === undefined ? [] : [{ competence, certificationTypeId: by.certificationTypeId, lastDay: last?.lastDay ?? null }]
  })
}
