import type { PlainDate } from '../../shared/domain/time/values.ts'

/** Why a flagged visit shall stand, and through which day; none: until the visit. */
export type OverrideAnswer = { readonly reason: string; readonly through: PlainDate | null }

export const noAnswer: OverrideAnswer = { reason: '', through: null }

/** What is sent of an answer: nothing as long as no reason is given. */
export const givenAnswer = ({ reason, through }: OverrideAnswer): OverrideAnswer | null =>
  reason.trim().length < 3 ? null : { reason: reason.trim(), through }
