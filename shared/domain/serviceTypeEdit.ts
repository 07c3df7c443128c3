import { productKey } from './minimumInterval.ts'
import { err, ok, type Result } from './result.ts'
import type { ProductInterval, ServiceType } from './service.ts'
import { invalid, type Invalid, type Issue, tidyLine, tidyWords } from './typed.ts'

export type ServiceTypeFields = Omit<ServiceType, 'id' | 'version' | 'status'>

/** One interval for each product that is named; said twice, the longer one. */
function tidyIntervals(typed: readonly ProductInterval[]): readonly ProductInterval[] {
  const kept = new Map<string, ProductInterval>()
  for (const { product, days } of typed) {
    const key = productKey(product)
    if (key !== '') kept.set(key, { product: tidyLine(product), days: Math.max(days, kept.get(key)?.days ?? 0) })
  }
  return [...kept.values()]
}

/**
 * A service type's typed fields as they are kept under a status. An approved one must require a competence: without any,
 * every visit would count as covered by somebody who was never certified.
 */
export function tidyServiceType<Fields extends ServiceTypeFields>(fields: Fields, status: ServiceType['status']): Result<Fields, Invalid> {
  const name = tidyLine(fields.name)
  const issues: Issue[] = []
  if (name === '') issues.push({ path: 'name', message: 'name-missing' })
  if (status === 'approved' && fields.competences.length === 0) issues.push({ path: 'competences', message: 'competence-needed' })
  if (status === 'approved' && fields.roles.length === 0) issues.push({ path: 'roles', message: 'role-needed' })
  return issues.length > 0 ? err(invalid(...issues)) : ok({ ...fields, name, productIntervals: tidyIntervals(fields.productIntervals), note: tidyWords(fields.note) })
}
