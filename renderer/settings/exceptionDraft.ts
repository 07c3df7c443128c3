import type { OpeningException } from '../../shared/domain/practice.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import type { PlainDate, WallTime } from '../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import { settingsText } from '../../shared/text/en/settings.ts'

const text = settingsText.locations

/** A day with other hours while it is typed. */
export type ExceptionDraft = {
  readonly date: PlainDate | null
  readonly closed: boolean
  readonly opens: WallTime | null
  readonly closes: WallTime | null
  readonly reason: string
}

export const noException: ExceptionDraft = { date: null, closed: true, opens: wallTimeAt(480), closes: wallTimeAt(720), reason: '' }

/** Whether somebody began to type one: saving must not lose it. */
export const isBegun = ({ date, reason }: ExceptionDraft): boolean => date !== null || reason.trim() !== ''

/** The list with what was typed added to it, or the sentence that says why it cannot be. */
export function withException(
  listed: readonly OpeningException[],
  { date, closed, opens, closes, reason }: ExceptionDraft,
): Result<readonly OpeningException[], string> {
  if (date === null) return err(text.exceptionBad)
  if (listed.some(one => one.date === date)) return err(text.exceptionTwice)
  if (closed) return ok([...listed, { date, hours: [], reason: reason.trim() }])
  if (opens === null || closes === null) return err(text.exceptionBad)
  return ok([...listed, { date, hours: [{ opens, closes }], reason: reason.trim() }])
}
