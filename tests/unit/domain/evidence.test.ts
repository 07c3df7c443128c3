import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evidenceTypeOf } from '../../../shared/domain/evidence.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

test('a file is what its first bytes say, and nothing else is kept', () => {
  expect(evidenceTypeOf(bytes('%PDF-1.7\n'))).toBe('application/pdf')
  expect(evidenceTypeOf(bytes('\x89PNG\r\n\x1a\n'))).toBe('image/png')
  expect(evidenceTypeOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
  expect(evidenceTypeOf(bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('image/webp')
  for (const other of ['', '%PD', 'PK\x03\x04', '<svg onload="x">', '<html>%PDF-1.7', 'GIF89a', 'RIFF\x10\0\0\0WAVE', 'MZ', '#!/bin/sh']) expect(evidenceTypeOf(bytes(other)), other).toBeNull()
})

test('no bytes make the sniffing fail', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), sample => {
    expect(() => evidenceTypeOf(sample)).not.toThrow()
  }))
})
