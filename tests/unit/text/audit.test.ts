import { describe, expect, it } from 'vitest'
import { auditActionWords, auditDetailWords } from '../../../shared/text/en/audit.ts'

describe('an audit event in words', () => {
  it('says what was done, and keeps the name of an action that it has no words for', () => {
    expect(auditActionWords('absence.record')).toBe('recorded an absence')
    expect(auditActionWords('stock.count')).toBe('stock.count')
  })

  it('tells a new row field by field, without ids and version', () => {
    const detail = JSON.stringify({ after: { practitionerId: '01a20571-3c98-7568-b9ab-068d8327f845', start: '2026-11-22T00:00', note: '', id: 'x', version: 1, active: true } })
    expect(auditDetailWords(detail)).toEqual(['start: 2026-11-22 00:00', 'note: –', 'active: yes'])
  })

  it('tells only what an amendment changed', () => {
    const detail = JSON.stringify({ before: { telephone: '1', name: { given: 'A', family: 'B' } }, after: { telephone: '2', name: { given: 'A', family: 'B' } } })
    expect(auditDetailWords(detail)).toEqual(['telephone: 1 → 2'])
  })

  it('tells what was removed, what was refused, and nothing where there is nothing to tell', () => {
    expect(auditDetailWords('{"before":{"weekday":1}}')).toEqual(['weekday: 1'])
    expect(auditDetailWords('{"problem":"forbidden"}')).toEqual(['problem: forbidden'])
    expect(auditDetailWords('{}')).toEqual([])
    expect(auditDetailWords('not json')).toEqual([])
  })

  it('names what lies inside a field', () => {
    expect(auditDetailWords('{"after":{"card":{"largePrint":true,"alternateName":null},"competences":["a","b"]}}')).toEqual(['card: large print yes, alternate name –', 'competences: a; b'])
  })
})
