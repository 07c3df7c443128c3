import { addDays, dateFrom, daysInMonth, parsePlainDate, yearOf } from '../../domain/time/plainDate.ts'
import type { PlainDate, WallTime } from '../../domain/time/values.ts'
import { parseWallTime } from '../../domain/time/wallClock.ts'
import { monthWords } from './dates.ts'

function made(year: number, month: number, day: number): PlainDate | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dateFrom(year, month, day) : null
}

function monthNamed(word: string): number {
  return word.length < 3 ? 0 : monthWords.findIndex(name => name.toLowerCase().startsWith(word)) + 1
}

/** Two digits mean the hundred years that end ten years from now, which holds for birthdays and certificates alike. */
function fullYear(text: string | undefined, today: PlainDate): number {
  const now = yearOf(today)
  if (text === undefined) return now
  const year = Number(text)
  if (text.length > 2) return year
  const sameCentury = now - (now % 100) + year
  return sameCentury > now + 10 ? sameCentury - 100 : sameCentury
}

/**
 * A date as people write it: `8 Dec 2026`, `Dec 8`, `8.12.2026`, `2026-12-08`, `today`, `tomorrow`, `+14`. Null when it is
 * no date, or when it could be two (`8/12/2026` is the eighth of December to one person and the twelfth of August to another).
 */
export function parseTypedDate(text: string, today: PlainDate): PlainDate | null {
  const clean = text
    .trim()
    .toLowerCase()
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/, '')
  if (clean === 'today') return today
  if (clean === 'tomorrow') return addDays(today, 1)
  const ahead = /^\+(\d{1,4})$/.exec(clean)
  if (ahead) return addDays(today, Number(ahead[1]))
  const iso = parsePlainDate(clean)
  if (iso !== null) return iso
  const dayFirst = /^(\d{1,2})\.?\s*([a-z]+)\.?,?\s*(\d{4}|\d{2})?$/.exec(clean)
  if (dayFirst) return made(fullYear(dayFirst[3], today), monthNamed(dayFirst[2] ?? ''), Number(dayFirst[1]))
  const monthFirst = /^([a-z]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}|\d{2}))?$/.exec(clean)
  if (monthFirst) return made(fullYear(monthFirst[3], today), monthNamed(monthFirst[1] ?? ''), Number(monthFirst[2]))
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?$/.exec(clean)
  if (dotted) return made(fullYear(dotted[3], today), Number(dotted[2]), Number(dotted[1]))
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(clean)
  if (!slashed) return null
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), fullYear(slashed[3], today)]
  if (first === second || second > 12) return made(year, first, second)
  return first > 12 ? made(year, second, first) : null
}

/** A time as people type it: `9`, `930`, `9:30`, `09.30`, `9h30`, `9 am`, `9:30pm`. Null when it is none. */
export function parseTypedTime(text: string): WallTime | null {
  const found = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm|a|p)?$/.exec(text.trim().toLowerCase())
  if (!found) return null
  const half = found[3]?.[0]
  const typed = Number(found[1])
  if (half !== undefined && (typed < 1 || typed > 12)) return null
  const hour = half === undefined ? typed : (typed % 12) + (half === 'p' ? 12 : 0)
  return parseWallTime(`${String(hour).padStart(2, '0')}:${found[2] ?? '00'}`)
}
