import { describe, expect, test } from 'vitest'
import type { ServiceType } from '../../../shared/domain/service.ts'
import { tidyServiceType } from '../../../shared/domain/serviceTypeEdit.ts'
import { aServiceType } from '../../support/builders.ts'

const tidied = (overrides: Parameters<typeof aServiceType>[0], status: ServiceType['status'] = 'approved') => tidyServiceType(aServiceType(overrides), status)
const issues = (...from: Parameters<typeof tidied>) => {
  const decided = tidied(...from)
  return decided.ok ? [] : decided.problem.issues
}

test('a service is approved only with a name, a competence and a role, and every lack is named', () => {
  expect(issues({ name: '  ', competences: [], roles: [] })).toEqual([
    { path: 'name', message: 'name-missing' }, { path: 'competences', message: 'competence-needed' }, { path: 'roles', message: 'role-needed' },
  ])
  expect(issues({ competences: [] })).toEqual([{ path: 'competences', message: 'competence-needed' }])
  expect(issues({ roles: [] })).toEqual([{ path: 'roles', message: 'role-needed' }])
  for (const status of ['draft', 'retired'] as const) expect(issues({ competences: [], roles: [] }, status)).toEqual([])
  expect(issues({ name: '' }, 'draft')).toEqual([{ path: 'name', message: 'name-missing' }])
})

describe('the intervals of its products', () => {
  const kept = (...productIntervals: readonly (readonly [product: string, days: number])[]) => {
    const decided = tidied({ productIntervals: productIntervals.map(([product, days]) => ({ product, days })) })
    return decided.ok ? decided.value.productIntervals.map(({ product, days }) => [product, days]) : null
  }
  test('are one for each product, the longer where two are said of it in whatever spelling', () => {
    expect(kept(['Longtoxin', 112], ['Other', 90])).toEqual([['Longtoxin', 112], ['Other', 90]])
    expect(kept(['Longtoxin', 112], ['  longTOXIN', 84])).toEqual([['longTOXIN', 112]])
    expect(kept(['Longtoxin A', 84], ['Longtoxin  A', 112])).toEqual([['Longtoxin  A', 112]])
  })
  test('are none for a product without a name', () => { expect(kept([' ', 112], ['\u200B', 90], ['Other', 84])).toEqual([['Other', 84]]) })
})

test('name and note are kept tidy, and all else as it is', () => {
  const fields = aServiceType({ name: ' Neck ', note: ' Ask\r\nfirst ' })
  expect(tidyServiceType(fields, 'approved')).toEqual({ ok: true, value: { ...fields, name: 'Neck', note: 'Ask\nfirst' } })
})
