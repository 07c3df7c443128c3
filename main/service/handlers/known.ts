import type { Competence } from '../../../shared/domain/certification.ts'
import type { CertificationTypeId, LocationId, PractitionerId } from '../../../shared/domain/ids.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import type { ReadTx } from '../store/store.ts'
import { missing } from './told.ts'

type Named = {
  readonly practitionerId?: PractitionerId
  readonly certificationTypeId?: CertificationTypeId
  readonly locationIds?: readonly LocationId[]
  readonly competences?: readonly Competence[]
}
type Tx = Pick<ReadTx, 'practitioners' | 'certificationTypes' | 'locations' | 'competences'>

/** The first thing that a request names and the store does not know, or `null`. */
export async function unknownOf(tx: Tx, named: Named): Promise<Problem | null> {
  if (named.practitionerId !== undefined && await tx.practitioners.byId(named.practitionerId) === null) return missing('staff member')
  if (named.certificationTypeId !== undefined && await tx.certificationTypes.byId(named.certificationTypeId) === null) {
    return missing('certification type')
  }
  for (const id of new Set(named.locationIds)) if (await tx.locations.byId(id) === null) return missing('location')
  if (named.competences !== undefined && named.competences.length > 0) {
    const codes = new Set((await tx.competences.all()).map(competence => competence.code))
    if (!named.competences.every(competence => codes.has(competence))) return missing('competence')
  }
  return null
}
