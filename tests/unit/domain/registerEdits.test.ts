import { describe, expect, test } from 'vitest'
import { tidyCertificationType } from '../../../shared/domain/certificationTypeEdit.ts'
import { competenceWord } from '../../../shared/domain/competenceWord.ts'
import { tidyPractitioner } from '../../../shared/domain/practitionerEdit.ts'
import { issueKeys } from '../../../shared/domain/typed.ts'
import { fieldSentence } from '../../../shared/text/en/fieldIssues.ts'
import { aCertificationType, aPractitioner, aRole, competence, date } from '../../support/builders.ts'

describe('a competence’s word', () => {
  const known = [{ code: competence('chronic-migraine'), label: 'Chronic migraine' }]
  const word = (label: string) => competenceWord(label, known)

  test('is its label in plain letters', () => {
    expect(word(' Upper-limb spasticity (adult) ')).toEqual({ ok: true, value: 'upper-limb-spasticity-adult' })
    expect(word('Blépharospasme')).toEqual({ ok: true, value: 'blepharospasme' })
  })

  test('is numbered where another label took it, and made up where its script has no such letters', () => {
    expect(word('Chronic: migraine')).toEqual({ ok: true, value: 'chronic-migraine-2' })
    expect(word('眼瞼痙攣')).toEqual({ ok: true, value: 'competence' })
  })

  test('is not made twice for one label, whatever its case', () => {
    expect(word(' CHRONIC MIGRAINE')).toEqual({ ok: false, problem: { code: 'duplicate', what: 'competence' } })
    expect(word(' ')).toMatchObject({ ok: false, problem: { code: 'invalid' } })
  })

  test('stays short', () => {
    const long = word(`${'a'.repeat(59)} b${'c'.repeat(100)}`)
    expect(long).toEqual({ ok: true, value: 'a'.repeat(59) })
  })
})

test('a staff member needs a name, and roles that end after they begin', () => {
  expect(tidyPractitioner(aPractitioner({ name: { given: '  ', family: '' } }))).toMatchObject({ ok: false, problem: { issues: [{ path: 'name' }] } })
  const roles = [aRole(), aRole({ from: date('2026-05-02'), through: date('2026-05-01') })]
  expect(tidyPractitioner(aPractitioner({ roles }))).toMatchObject({ ok: false, problem: { issues: [{ path: 'roles.1.through' }] } })
  expect(tidyPractitioner(aPractitioner({ telephone: ' 1 ', roles: [aRole({ from: date('2026-05-01'), through: date('2026-05-01') })] })))
    .toMatchObject({ ok: true, value: { telephone: '1' } })
})

test('a certification type names each competence once', () => {
  const twice = [competence('a'), competence('b'), competence('a')]
  expect(tidyCertificationType(aCertificationType({ name: ' N ', issuer: ' I ', competences: twice }))).toMatchObject({
    ok: true, value: { name: 'N', issuer: 'I', competences: ['a', 'b'] },
  })
  expect(tidyCertificationType(aCertificationType({ name: ' ' })).ok).toBe(false)
})

test('every fault of a field has its sentence, and a sentence stays one', () => {
  for (const key of issueKeys) expect(fieldSentence(key)).toMatch(/^[A-Z].*\.$/)
  expect(fieldSentence('Write a name.')).toBe('Write a name.')
})
