import type { ImportMapping } from '../../../shared/domain/importReport.ts'
import { dateFrom, daysInMonth } from '../../../shared/domain/time/plainDate.ts'
import type { PlainDate, WallTime } from '../../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { isAsideWord, monthNamed } from './monthNames.ts'

export type DateOrder = NonNullable<ImportMapping['dateOrder']>

/** A date and time as somebody wrote them; `offsetMinutes` only where the text itself says how far from UTC. */
export type WrittenTime = { readonly date: PlainDate; readonly time: WallTime; readonly offsetMinutes: number | null }

/** Ordinary spaces instead of the narrow and unbreakable ones that date formatters write. */
const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u2007\u202f]+/g, ' ').trim()

const calendarDate = (year: number, month: number, day: number): PlainDate | null =>
  year >= 1850 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dateFrom(year, month, day) : null

/** Of the years that end in these two digits, the latest that is not after `latestYear`. */
const fullYear = (digits: string, latestYear: number): number => {
  if (digits.length > 2) return Number(digits)
  const year = Math.floor(latestYear / 100) * 100 + Number(digits)
  return year > latestYear ? year - 100 : year
}

const numeric = /^(\d{1,4})([-/. ])\s?(\d{1,2})\2\s?(\d{1,4})\.?$/

/** The three numbers of a date written in figures, or null. */
function figures(text: string): readonly [string, string, string] | null {
  const [, first, , second, third] = numeric.exec(text) ?? []
  return first === undefined || second === undefined || third === undefined ? null : [first, second, third]
}

function fromFigures([first, second, third]: readonly [string, string, string], order: DateOrder, latestYear: number): PlainDate | null {
  if (first.length === 4) return third.length <= 2 ? calendarDate(Number(first), Number(second), Number(third)) : null
  if (first.length > 2 || third.length === 1 || third.length === 3 || order === 'year-first') return null
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  return calendarDate(fullYear(third, latestYear), Number(month), Number(day))
}

/** A date with its month in letters, in any order; every other word must be one that says nothing about which day. */
function fromWords(text: string, latestYear: number): PlainDate | null {
  const tokens = text.toLowerCase().match(/\d+|[\p{L}\p{M}]+/gu) ?? []
  const months = tokens.flatMap(token => monthNamed(token) ?? [])
  const numbers = tokens.filter(token => /^\d/.test(token))
  const [month] = months
  const [first, second] = numbers
  if (month === undefined || months.length !== 1 || first === undefined || second === undefined || numbers.length !== 2) return null
  if (!tokens.every(token => /^\d/.test(token) || monthNamed(token) !== null || isAsideWord(token))) return null
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  return year.length === 2 || year.length === 4 ? calendarDate(fullYear(year, latestYear), month, Number(day)) : null
}

/** A date as people and programs write it; null when it cannot be read for certain. Two-digit years end at `latestYear`. */
export function readDate(written: string, order: DateOrder, latestYear: number): PlainDate | null {
  const text = plain(written).replace(/^\p{L}+[.,]*\s+(?=\d[\d/.-]*$)/u, word => (isAsideWord(word.toLowerCase().replaceAll(/[^\p{L}]/gu, '')) ? '' : word))
  const parts = figures(text)
  if (parts !== null) return fromFigures(parts, order, latestYear)
  if (/^(?:19|20|21)\d{6}$/.test(text)) return calendarDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
  return fromWords(text, latestYear)
}

const timeShape = String.raw`(\d{1,2})(?:[:.h](\d{2}))?(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:([ap])\.?\s?m\.?)?`
const wholeTime = new RegExp(`^${timeShape}$`, 'i')

/** A time of day as people write it (9:00 am, 09:00, 9.30, 14h30, 0930); seconds are dropped. Null when it cannot be read. */
export function readTime(written: string): WallTime | null {
  const text = plain(written)
  const packed = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text)
  if (packed !== null) return wallTimeAt(Number(packed[1]) * 60 + Number(packed[2]))
  const [, hours, minutes, half] = wholeTime.exec(text) ?? []
  if (hours === undefined || (minutes === undefined && half === undefined)) return null
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (minute > 59) return null
  if (half === undefined) return hour <= 23 ? wallTimeAt(hour * 60 + minute) : null
  if (hour < 1 || hour > 12) return null
  return wallTimeAt(((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + minute)
}

/** A time, or a stretch such as "9:00 - 9:30 am", of which the end comes along. */
export function readTimes(written: string): { readonly start: WallTime; readonly end: WallTime | null } | null {
  const [from, to, more] = plain(written).split(/\s*[-–—]\s*|\s+to\s+/i)
  if (from === undefined || more !== undefined) return null
  const end = to === undefined ? null : readTime(to)
  if (to !== undefined && end === null) return null
  // "9:00 - 9:30 am" says the half of the day once, for both.
  const half = to === undefined || /[ap]\.?\s?m/i.test(from) ? '' : (/[ap]\.?\s?m\.?$/i.exec(to)?.[0] ?? '')
  const start = readTime(half === '' ? from : `${from} ${half}`)
  return start === null ? null : { start, end }
}

const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i
const clock = /(?:^|[\s,T(])(\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?\s?m\.?)?|\d{1,2}\s*[ap]\.?\s?m\.?)(?=$|[\s,)])/i

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? []
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** A date and a time in one text, in either order; null when either part cannot be read for certain. */
export function readDateTime(written: string, order: DateOrder, latestYear: number): WrittenTime | null {
  const text = plain(written)
  const [, day, hours, offset] = iso.exec(text) ?? []
  if (day !== undefined && hours !== undefined) {
    const [date, time] = [readDate(day, 'year-first', latestYear), readTime(hours)]
    return date === null || time === null ? null : { date, time, offsetMinutes: offsetOf(offset) }
  }
  // The clock's part is searched behind the date's, so that 02.03.2025 is not read as two minutes past.
  const rest = text.replace(/^\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}\.?/, found => '#'.repeat(found.length))
  const found = clock.exec(rest)
  if (found?.[1] === undefined) return null
  const at = found.index + found[0].indexOf(found[1])
  const time = readTime(found[1])
  const date = readDate(`${text.slice(0, at)} ${text.slice(at + found[1].length)}`.replace(/[,T(]\s*\)?\s*$/i, '').replaceAll(/^[\s,]+|[\s,]+$/g, ''), order, latestYear)
  return date === null || time === null ? null : { date, time, offsetMinutes: null }
}

/** Which of day and month comes first, as far as the texts themselves prove it. */
export type OrderProof = { readonly order: DateOrder | null; readonly numeric: boolean; readonly contradictory: boolean }

/** Looks through whole columns of dates: one day above twelve settles the order of all. */
export function proveOrder(samples: readonly string[]): OrderProof {
  let day = false
  let month = false
  let any = false
  for (const sample of samples) {
    const [, first, second] = /^(?:\p{L}+[.,]*\s+)?(\d{1,2})[-/. ]\s?(\d{1,2})[-/. ]\s?\d{2,4}(?!\d)/u.exec(plain(sample)) ?? []
    if (first === undefined || second === undefined) continue
    any = true
    if (Number(first) > 12) day = true
    if (Number(second) > 12) month = true
  }
  const order = day === month ? null : day ? 'day-first' : 'month-first'
  return { order: any ? order : 'year-first', numeric: any, contradictory: day && month }
}
