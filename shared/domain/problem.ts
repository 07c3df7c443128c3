import type { TooSoon } from './tooSoon.ts'
import type { RevealingWord } from './privacy/lint.ts'
import type { Finding } from './rules/finding.ts'
import type { Verdict } from './staffing/types.ts'

/** Who or what a visit would overlap. */
export type Overlap = 'patient' | 'performer' | 'room'

/**
 * Every expected refusal, as a value; each has its sentence in shared/text.
 * A staffing gap is not among them: it is data. `not-staffed` is the refusal to book onto one without an override.
 */
export type Problem =
  | { readonly code: 'invalid'; readonly issues: readonly { readonly path: string; readonly message: string }[] }
  | { readonly code: 'not-found'; readonly what: string }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'forbidden'; readonly permission: string }
  | { readonly code: 'wrong-credentials'; readonly waitSeconds: number }
  | { readonly code: 'wrong-key' }
  | { readonly code: 'not-set-up' }
  | { readonly code: 'already-set-up' }
  | { readonly code: 'locked' }
  | { readonly code: 'stale'; readonly yours: number; readonly current: number }
  | { readonly code: 'slot-taken'; readonly overlap: Overlap }
  | { readonly code: 'not-staffed'; readonly verdict: Verdict; readonly mayOverride: boolean }
  /** Rules of the place block it; what is law, nobody may override. */
  | { readonly code: 'against-rule'; readonly findings: readonly Finding[]; readonly mayOverride: boolean }
  /** Nearer to another visit of the patient than the service's shortest interval. */
  | ({ readonly code: 'too-soon' } & TooSoon)
  | { readonly code: 'outside-opening-hours' }
  /** One visit of a series, so that none of it was booked. */
  | { readonly code: 'visit-refused'; readonly start: string }
  | { readonly code: 'service-not-approved' }
  | { readonly code: 'room-needed' }
  | { readonly code: 'no-such-time'; readonly time: string }
  | { readonly code: 'ambiguous-time'; readonly time: string }
  | { readonly code: 'not-allowed-now'; readonly from: string; readonly to: string }
  | { readonly code: 'duplicate'; readonly what: string }
  | { readonly code: 'possible-duplicates'; readonly patientIds: readonly string[] }
  | { readonly code: 'in-use'; readonly what: string }
  | { readonly code: 'reveals-treatment'; readonly findings: readonly RevealingWord[] }
  | { readonly code: 'file-unreadable'; readonly why: string }
  | { readonly code: 'store-unavailable'; readonly why: 'corrupt' | 'read-only' | 'full' | 'busy' | 'newer' | 'foreign' | 'network-drive' | 'offline' | 'door-closed' }
  | { readonly code: 'fault'; readonly incident: string }

export type ProblemCode = Problem['code']
