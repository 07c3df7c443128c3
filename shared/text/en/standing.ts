import { assertNever } from '../../domain/result.ts'
import type { PlainDate } from '../../domain/time/values.ts'
import { dateWords } from './dates.ts'
import { counted } from './names.ts'

/** Where one certification stands today. */
export type CertificationStanding =
  | { readonly kind: 'counts'; readonly through: PlainDate | null; readonly days: number | null }
  | { readonly kind: 'ends-soon' | 'due-soon'; readonly through: PlainDate; readonly days: number }
  | { readonly kind: 'not-started'; readonly from: PlainDate }
  | { readonly kind: 'ended'; readonly on: PlainDate }
  | {
      readonly kind:
        | 'unverified'
        | 'verification-overdue'
        | 'prescriber-missing'
        | 'hours-short'
        | 'suspended'
        | 'revoked'
        | 'superseded'
        | 'expiry-unknown'
        | 'type-retired'
        | 'entered-in-error'
    }

/** Where a certification stands, in words that need no colour. */
export function standingWords(standing: CertificationStanding): string {
  switch (standing.kind) {
    case 'counts':
      return standing.through === null ? 'counts, never ends' : `counts until ${dateWords(standing.through)}`
    case 'ends-soon':
      return standing.days === 0
        ? `ends today, ${dateWords(standing.through)}`
        : `ends in ${counted(standing.days, 'day')}, on ${dateWords(standing.through)}`
    case 'due-soon':
      return `to be verified again by ${dateWords(standing.through)}`
    case 'not-started':
      return `counts from ${dateWords(standing.from)}`
    case 'ended':
      return `ended ${dateWords(standing.on)}`
    case 'unverified':
      return 'not verified: does not count yet'
    case 'verification-overdue':
      return 'verification overdue: does not count'
    case 'prescriber-missing':
      return 'no supervising prescriber: does not count'
    case 'hours-short':
      return 'too few hours: does not count'
    case 'superseded':
      return 'renewed: the newer one counts'
    case 'suspended':
      return 'suspended: does not count'
    case 'revoked':
      return 'revoked: does not count'
    case 'expiry-unknown':
      return 'end date unknown: does not count'
    case 'type-retired':
      return 'this kind is no longer used: does not count'
    case 'entered-in-error':
      return 'entered in error'
    default:
      return assertNever(standing)
  }
}
