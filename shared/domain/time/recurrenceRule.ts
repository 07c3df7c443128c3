import type { Branded } from '../ids.ts'
import type { Weekday } from './values.ts'

/** An RFC 5545 recurrence rule in the one spelling that is kept, for example `FREQ=WEEKLY;INTERVAL=2;BYDAY=TH`. */
export type RecurrenceRule = Branded<string, 'RecurrenceRule'>

/** How a weekday comes round: every so many weeks, or as the first to fourth, or the last (-1), of each month. */
export type Repeat =
  | { readonly kind: 'weeks'; readonly every: number }
  | { readonly kind: 'month'; readonly which: 1 | 2 | 3 | 4 | -1 }

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const longestPause = 52

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const whiches = [1, 2, 3, 4, -1] as const

function partsOf(text: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().replace(/^RRULE:/, '').split(';')) {
    const [name, value, ...rest] = part.split('=')
    if (name === undefined || value === undefined || rest.length > 0 || parts.has(name)) return null
    parts.set(name, value)
  }
  return parts
}

/** What a rule says, or null when it is none that a shift may follow: one weekday, every so many weeks or once a month, without end. */
export function readRule(text: string): { readonly weekday: Weekday; readonly repeat: Repeat } | null {
  const parts = partsOf(text)
  if (parts === null) return null
  const { FREQ: frequency, INTERVAL: interval = '1', BYDAY: days = '', WKST: begins = 'MO', ...others } = Object.fromEntries(parts)
  const [, which = '', name = ''] = /^(-?[1-4])?([A-Z]{2})$/.exec(days) ?? []
  const weekday = weekdays.find(each => names[each - 1] === name)
  const every = /^[1-9]\d?$/.test(interval) ? Number(interval) : NaN
  if (weekday === undefined || begins !== 'MO' || Object.keys(others).length > 0) return null
  if (frequency === 'WEEKLY') return which === '' && every <= longestPause ? { weekday, repeat: { kind: 'weeks', every } } : null
  const found = whiches.find(each => String(each) === which)
  return frequency === 'MONTHLY' && every === 1 && found !== undefined ? { weekday, repeat: { kind: 'month', which: found } } : null
}

/** How a shift comes round, by its rule; one that cannot be read is none that was ever kept. */
export const repeatOf = (rule: RecurrenceRule | null): Repeat => (rule === null ? null : readRule(rule)?.repeat) ?? { kind: 'weeks', every: 1 }

const isRule = (text: string): text is RecurrenceRule => readRule(text) !== null

/** The rule by which a weekday comes round so; every week is no rule at all: the weekday says it. */
export function ruleOf(weekday: Weekday, repeat: Repeat): RecurrenceRule | null {
  const day = names[weekday - 1] ?? ''
  if (repeat.kind === 'weeks' && repeat.every === 1) return null
  const text = repeat.kind === 'month' ? `FREQ=MONTHLY;BYDAY=${repeat.which}${day}` : `FREQ=WEEKLY;INTERVAL=${repeat.every};BYDAY=${day}`
  if (!isRule(text)) throw new RangeError(`not a rule for a shift: ${text}`)
  return text
}
