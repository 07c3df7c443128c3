import { createHash } from 'node:crypto'
import { type Evidence, evidenceTypeOf, largestEvidence, withdrawEvidence } from '../../../shared/domain/evidence.ts'
import { asId, type EvidenceId } from '../../../shared/domain/ids.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { tidyLine } from '../../../shared/domain/typed.ts'
import { evidenceFileSentence } from '../../../shared/text/en/evidence.ts'
import { decline, missing } from './told.ts'
import { type Handlers, saved } from './types.ts'

const unreadable = (why: string): Problem => ({ code: 'file-unreadable', why })
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What a file is that may be kept, or why it is not. */
function judged(bytes: Uint8Array): Result<Evidence['mediaType'], Problem> {
  if (bytes.length === 0) return err(unreadable(evidenceFileSentence.empty))
  if (bytes.length > largestEvidence) return err(unreadable(evidenceFileSentence.tooLarge))
  const type = evidenceTypeOf(bytes)
  return type === null ? err(unreadable(evidenceFileSentence.kind)) : ok(type)
}

/** Files that show a certification. */
export const evidenceHandlers: Handlers['evidence'] = {
  list: ({ qualificationId }, { store }) => store.read(async tx =>
    (await tx.qualifications.byId(qualificationId) === null ? err(missing('certification')) : ok({ files: await tx.evidence.ofQualification(qualificationId) }))),

  attach: ({ qualificationId, title, bytes: base64 }, { store, newId, now, account, audit }) => {
    const bytes = Buffer.from(base64, 'base64')
    const mediaType = judged(bytes)
    if (!mediaType.ok) return Promise.resolve(mediaType)
    return store.write<Result<Evidence, Problem>>(['staff'], async tx => {
      if (await tx.qualifications.byId(qualificationId) === null) return decline(missing('certification'))
      const id = asId<EvidenceId>(newId())
      const evidence: Evidence = {
        id, version: 1, qualificationId, title: tidyLine(title), mediaType: mediaType.value, size: bytes.length, sha256: sha256(bytes), at: now, byName: account.displayName, status: 'active', reason: '',
      }
      await tx.evidence.attach(evidence, bytes)
      await audit(tx, { action: 'evidence.attach', entity: 'evidence', entityId: id, after: evidence })
      return saved(evidence)
    })
  },

  // In one transaction: nothing is handed out that is not on the audit trail.
  open: ({ id }, { store, audit }) => store.write<Result<{ readonly evidence: Evidence; readonly bytes: string }, Problem>>([], async tx => {
    const evidence = await tx.evidence.byId(id)
    const bytes = evidence === null ? null : await tx.evidence.bytes(id)
    if (evidence === null || bytes === null) return decline(missing('file'))
    const intact = sha256(bytes) === evidence.sha256
    await audit(tx, { action: 'evidence.open', entity: 'evidence', entityId: id, after: { qualificationId: evidence.qualificationId, intact } })
    return { keep: true, value: intact ? ok({ evidence, bytes: Buffer.from(bytes).toString('base64') }) : err(unreadable(evidenceFileSentence.changed)) }
  }),

  withdraw: ({ id, version, reason }, { store, audit }) => store.write(['staff'], async tx => {
    const before = await tx.evidence.byId(id)
    if (before === null) return decline(missing('file'))
    const decided = withdrawEvidence(before, reason)
    if (!decided.ok) return decline(decided.problem)
    const after = await tx.evidence.update({ ...decided.value, version })
    if (!after.ok) return decline(after.problem)
    await audit(tx, { action: 'evidence.withdraw', entity: 'evidence', entityId: id, before, after: after.value })
    return saved(after.value)
  }),
}
