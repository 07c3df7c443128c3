import { describe, expect, test } from 'vitest'
import { hasForm } from '../../../shared/domain/numberForm.ts'

describe('a licence number', () => {
  // The standard's own worked example, and the two that its check digit refuses.
  test.each([['1234567893', true], ['1558597797', false], ['1558598797', true], ['1234567890', false], ['3234567893', false], ['123456789', false], ['12345678930', false], ['', false]])(
    'as an NPI: %s %s', (number, fits) => { expect(hasForm('npi', number)).toBe(fits) })
  test.each([['1234567', true], ['123 4567', true], ['123456', false], ['12345678', false], ['A234567', false]])('of the GMC: %s %s', (number, fits) => {
    expect(hasForm('gmc', number)).toBe(fits)
  })
  test.each([['98I1234E', true], ['98i1234e', true], ['98I12345', false], ['I981234E', false], ['98I1234EE', false]])('of the NMC: %s %s', (number, fits) => {
    expect(hasForm('nmc', number)).toBe(fits)
  })
  test.each([['MED0001234567', true], ['NMW-000 123 4567', true], ['MED123456789', false], ['ME00001234567', false]])('of Ahpra: %s %s', (number, fits) => {
    expect(hasForm('ahpra', number)).toBe(fits)
  })
  test('with one digit wrong is never an NPI', () => {
    for (let at = 1; at < 10; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const typed = `${'1234567893'.slice(0, at)}${digit}${'1234567893'.slice(at + 1)}`
        expect(hasForm('npi', typed)).toBe(typed === '1234567893')
      }
    }
  })
})
