import type { Override } from './appointment.ts'
import type { PractitionerId } from './ids.ts'
import type { Joined } from './rules/joined.ts'
import type { PlainDate } from './time/values.ts'

/** Where an override stands: it ends on its day, and when the flag becomes one that nobody answered for. */
export type OverrideState =
  | { readonly kind: 'stands' }
  /** The visit is as it should be, so there is nothing to answer for. */
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'ended'; readonly through: PlainDate }
  | { readonly kind: 'changed' }
  /** It is not known which flag it was given for. */
  | { readonly kind: 'unknown' }

const blocking = ({ findings }: Joined): readonly string[] => findings.filter(({ severity }) => severity === 'block').map(({ citation }) => citation.id)

/** The flag of a visit in its kind: its state, the kinds of reasons against its named performer, and the rules that block it. */
export function signsOf(said: Joined, performerId: PractitionerId | null): readonly string[] {
  const own = said.verdict.reasons.find(entry => entry.practitionerId === performerId)?.reasons ?? []
  return [...new Set([said.verdict.state, ...own.map(reason => reason.kind), ...blocking(said)])].sort()
}

/**
 * Whether an override still answers for what is said of its visit now. Fail closed: where it is not known what it was given for, or
 * there is a reason or a rule that was not there then, it has lapsed. `today` is the day at the visit's place.
 */
export function overrideState({ against, through }: Override, said: Joined, performerId: PractitionerId | null, today: PlainDate): OverrideState {
  if (said.verdict.state === 'covered' && blocking(said).length === 0) return { kind: 'not-needed' }
  if (through !== null && through < today) return { kind: 'ended', through }
  if (against === null) return { kind: 'unknown' }
  return { kind: signsOf(said, performerId).every(sign => against.includes(sign)) ? 'stands' : 'changed' }
}
