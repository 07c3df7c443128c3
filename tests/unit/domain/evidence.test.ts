import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Evidence, evidenceTypeOf, withdrawEvidence } from '../../../shared/domain/evidence.ts'
import { at, newId } from '../../support/builders.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

test('a file is what its first bytes say, and nothing else is kept', () => {
  expect(evidenceTypeOf(bytes('%PDF-1.7\n'))).toBe('application/pdf')
  expect(evidenceTypeOf(bytes('\x89PNG\r\n\x1a\n'))).toBe('image/png')
  expect(evidenceTypeOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
  expect(evidenceTypeOf(bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('image/webp')
  for (const other of ['', '%PD', 'PK\x03\x04', '<svg onload="x">', '<html>%PDF-1.7', 'GIF89a', 'RIFF\x10\0\0\0WAVE', 'FORM\x10\0\0\0WEBP', 'MZ', '#!/bin/sh']) expect(evidenceTypeOf(bytes(other)), other).toBeNull()
})

test('no bytes make the sniffing fail', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), sample => {
    expect(() => evidenceTypeOf(sample)).not.toThrow()
  }))
})

test('a file is withdrawn once, with a reason, and is kept', () => {
  const file: Evidence = {
    id: newId(), version: 3, qualificationId: newId(), title: 'Certificate', mediaType: 'application/pdf', size: 1000, sha256: 'abc', at: at('2026-05-04T10:00'), byName: 'J. Lee', status: 'active', reason: '',
  }
  expect(withdrawEvidence(file, ' Another person’s ')).toEqual({ ok: true, value: { ...file, status: 'entered-in-error', reason: 'Another person’s' } })
  expect(withdrawEvidence(file, ' ')).toEqual({ ok: false, problem: { code: 'invalid', issues: [{ path: 'reason', message: 'reason-missing' }] } })
  expect(withdrawEvidence({ ...file, status: 'entered-in-error', reason: 'Another person’s' }, 'Again'))
    .toEqual({ ok: false, problem: { code: 'not-allowed-now', from: 'entered-in-error', to: 'entered-in-error' } })
})
