import type { EvidenceId, QualificationId } from './ids.ts'
import type { Instant } from './time/values.ts'
import { invalid, type Invalid, tidyLine } from './typed.ts'
import { err, ok, type Result } from './result.ts'

/** What kinds of file are kept as evidence: those that can be looked at without running anything in them. */
export const evidenceTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'] as const
export type EvidenceType = (typeof evidenceTypes)[number]

/** The largest file that is kept, in bytes: a scanned certificate of several pages is well below. */
export const largestEvidence = 10 * 2 ** 20

/** A file that shows a certification: kept for good, and withdrawn where it should not have been attached. */
export type Evidence = {
  readonly id: EvidenceId
  readonly version: number
  readonly qualificationId: QualificationId
  readonly title: string
  readonly mediaType: EvidenceType
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  readonly at: Instant
  readonly byName: string
  readonly status: 'active' | 'entered-in-error'
  /** Why it was withdrawn; empty while it stands. */
  readonly reason: string
}

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean => start.every((byte, index) => bytes[at + index] === byte)

/** What a file is by its first bytes, whatever it is called; null for what is not kept. */
export function evidenceTypeOf(bytes: Uint8Array): EvidenceType | null {
  // ISO 32000-2, 7.5.2; PNG (ISO/IEC 15948), 5.2; JPEG (ITU-T T.81), B.1; WebP (RFC 9649), 2.4.
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  return startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8) ? 'image/webp' : null
}

/** A file as its withdrawal leaves it; refused without a reason, and where it was withdrawn already. */
export function withdrawEvidence(current: Evidence, reason: string): Result<Evidence, Invalid | { readonly code: 'not-allowed-now'; readonly from: string; readonly to: string }> {
  if (current.status !== 'active') return err({ code: 'not-allowed-now', from: current.status, to: 'entered-in-error' })
  const why = tidyLine(reason)
  return why === '' ? err(invalid({ path: 'reason', message: 'reason-missing' })) : ok({ ...current, status: 'entered-in-error', reason: why })
}
