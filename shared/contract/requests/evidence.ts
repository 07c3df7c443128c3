import { z } from 'zod'
import { type Evidence, evidenceTypes } from '../../domain/evidence.ts'
import type { EvidenceId, QualificationId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { id, instant, line, list, type Schema, version } from '../scalars.ts'
import { seen } from './common.ts'

const evidence: Schema<Evidence> = z.strictObject({
  id: id<EvidenceId>(), version, qualificationId: id<QualificationId>(), title: line, mediaType: z.enum(evidenceTypes), size: z.int(), sha256: z.string(), at: instant, byName: line,
  status: z.enum(['active', 'entered-in-error']), reason: line,
})

/** Requests about the files that show a certification. */
export const evidenceRequests = {
  evidence: {
    list: query({
      permission: 'staff.read', summary: 'The files attached to a certification, withdrawn ones too, without what is in them', input: z.strictObject({ qualificationId: id<QualificationId>() }),
      output: z.strictObject({ files: list(evidence) }), problems: ['not-found'],
    }),
    attach: command({
      permission: 'certification.write', summary: 'Attaches a PDF or an image to a certification; what it is, is told from its bytes (base64, at most 10 MiB)',
      // Room for more than is kept, so that whoever sends too much is told how much is kept.
      input: z.strictObject({ qualificationId: id<QualificationId>(), title: line, bytes: z.base64().max(44_739_244) }), output: evidence, problems: ['not-found', 'file-unreadable'],
    }),
    open: query({
      permission: 'evidence.read', summary: 'A file as it was attached, its SHA-256 checked; each opening is on the audit trail', input: z.strictObject({ id: id<EvidenceId>() }),
      output: z.strictObject({ evidence, bytes: z.base64() }), problems: ['not-found', 'file-unreadable'],
    }),
    withdraw: command({
      permission: 'certification.write', summary: 'Marks a file as entered in error; it is kept', input: z.strictObject({ ...seen(id<EvidenceId>()), reason: line }), output: evidence,
      problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
  },
} as const
