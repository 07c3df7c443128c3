import type { Location } from '../../../shared/domain/practice.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, type Result } from '../../../shared/domain/result.ts'
import { parseZoneId } from '../../../shared/domain/time/zone.ts'
import { placeSentence } from '../../../shared/text/en/issues.ts'

/** What is wrong with one field, for the person who filled it in. */
export type Issue = Extract<Problem, { code: 'invalid' }>['issues'][number]

/** Refuses a request that is well formed and all the same cannot be right. */
export const invalid = (issues: readonly Issue[]): Result<never, Problem> => err({ code: 'invalid', issues })

/** A line as it is kept: no blanks around it, one between words. */
export const trimmed = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** What a schema cannot see in a location: a zone nobody knows, a date with two exceptions. */
export function locationIssues(fields: Pick<Location, 'name' | 'zone' | 'openingExceptions'>, at = ''): readonly Issue[] {
  const dates = fields.openingExceptions.map(exception => exception.date)
  return [
    ...(trimmed(fields.name) === '' ? [{ path: `${at}name`, message: placeSentence.noName }] : []),
    ...(parseZoneId(fields.zone) === null ? [{ path: `${at}zone`, message: placeSentence.unknownZone }] : []),
    ...(new Set(dates).size < dates.length ? [{ path: `${at}openingExceptions`, message: placeSentence.sameDateTwice }] : []),
  ]
}
