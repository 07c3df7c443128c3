import type { Language } from '../../domain/language.ts'
import { dayMs } from '../../domain/time/instant.ts'
import { dayNumber } from '../../domain/time/plainDate.ts'
import type { PlainDate, WallDateTime } from '../../domain/time/values.ts'
import { dateOf, timeOf } from '../../domain/time/wallClock.ts'
import { timeForEverybody } from '../en/cards.ts'
import { dayInFull } from '../en/dates.ts'
import { cardWords } from './cardWords.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, kind: 'date' | 'time'): Intl.DateTimeFormat {
  const key = `${language} ${kind}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const options: Intl.DateTimeFormatOptions = kind === 'date' ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } : { hour: 'numeric', minute: '2-digit' }
  const made = new Intl.DateTimeFormat(cardWords[language].locale, { ...options, timeZone: 'UTC' })
  formats.set(key, made)
  return made
}

const midnightUtc = (date: PlainDate): number => dayNumber(date) * dayMs
const minutesOf = (wall: WallDateTime): number => Number(timeOf(wall).slice(0, 2)) * 60 + Number(timeOf(wall).slice(3))

const commas: Readonly<Partial<Record<Language, string>>> = { ar: '، ', ur: '، ', zh: '，' }
/** Parts of one line with the language's own comma between them. */
export const joined = (language: Language, parts: readonly string[]): string => parts.join(commas[language] ?? ', ')

/** A date written out with its weekday: "martes, 8 de diciembre de 2026". */
export const dateOn = (language: Language, date: PlainDate): string =>
  language === 'en' ? dayInFull(date) : format(language, 'date').format(midnightUtc(date))

/** A time as the language writes it, with both halves of the day told apart where that is the habit. */
export const timeOn = (language: Language, wall: WallDateTime): string =>
  language === 'en' ? timeForEverybody(wall) : format(language, 'time').format(midnightUtc(dateOf(wall)) + minutesOf(wall) * 60_000)
