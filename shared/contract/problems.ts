import { z } from 'zod'
import type { Problem, ProblemCode } from '../domain/problem.ts'
import { revealingWord } from './card.ts'
import { finding } from './rules.ts'
import { list, type Schema } from './scalars.ts'
import { tooSoonFields, verdict } from './staffing.ts'

type ProblemSchemas = { readonly [C in ProblemCode]: Schema<Extract<Problem, { code: C }>> }

/** The shape of every refusal, by its code. */
export const problemSchemas: ProblemSchemas = {
  invalid: z.object({ code: z.literal('invalid'), issues: z.array(z.object({ path: z.string(), message: z.string() })) }),
  'not-found': z.object({ code: z.literal('not-found'), what: z.string() }),
  'not-signed-in': z.object({ code: z.literal('not-signed-in') }),
  forbidden: z.object({ code: z.literal('forbidden'), permission: z.string() }),
  'wrong-credentials': z.object({ code: z.literal('wrong-credentials'), waitSeconds: z.number() }),
  'wrong-key': z.object({ code: z.literal('wrong-key') }),
  'not-set-up': z.object({ code: z.literal('not-set-up') }),
  'already-set-up': z.object({ code: z.literal('already-set-up') }),
  locked: z.object({ code: z.literal('locked') }),
  stale: z.object({ code: z.literal('stale'), yours: z.int(), current: z.int() }),
  'slot-taken': z.object({ code: z.literal('slot-taken'), overlap: z.enum(['patient', 'performer', 'room']) }),
  'not-staffed': z.object({ code: z.literal('not-staffed'), verdict, mayOverride: z.boolean() }),
  'against-rule': z.object({ code: z.literal('against-rule'), findings: list(finding), mayOverride: z.boolean() }),
  'visit-refused': z.object({ code: z.literal('visit-refused'), start: z.string() }),
  'too-soon': z.object({ code: z.literal('too-soon'), ...tooSoonFields }),
  'outside-opening-hours': z.object({ code: z.literal('outside-opening-hours') }),
  'service-not-approved': z.object({ code: z.literal('service-not-approved') }),
  'room-needed': z.object({ code: z.literal('room-needed') }),
  'no-such-time': z.object({ code: z.literal('no-such-time'), time: z.string() }),
  'ambiguous-time': z.object({ code: z.literal('ambiguous-time'), time: z.string() }),
  'not-allowed-now': z.object({ code: z.literal('not-allowed-now'), from: z.string(), to: z.string() }),
  duplicate: z.object({ code: z.literal('duplicate'), what: z.string() }),
  'possible-duplicates': z.object({ code: z.literal('possible-duplicates'), patientIds: z.array(z.string()).readonly() }),
  'in-use': z.object({ code: z.literal('in-use'), what: z.string() }),
  'reveals-treatment': z.object({ code: z.literal('reveals-treatment'), findings: list(revealingWord) }),
  'file-unreadable': z.object({ code: z.literal('file-unreadable'), why: z.string() }),
  'store-unavailable': z.object({ code: z.literal('store-unavailable'), why: z.enum(['corrupt', 'read-only', 'full', 'busy', 'newer', 'foreign', 'network-drive', 'offline', 'door-closed']) }),
  fault: z.object({ code: z.literal('fault'), incident: z.string() }),
}
