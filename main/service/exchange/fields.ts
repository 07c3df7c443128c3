import type { AppointmentStatus } from '../../../shared/domain/appointment.ts'

/** A text for comparing: case, width and runs of spaces do not matter, accents do. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** A cell without the marks by which spreadsheets are kept from reading it as a number: `'+44…`, `="0123"`. */
export function unguarded(cell: string): string {
  const text = cell.trim()
  const formula = /^="(.*)"$/s.exec(text)
  if (formula?.[1] !== undefined) return formula[1].replaceAll('""', '"').trim()
  // A leading apostrophe guards a number; before a letter it may be part of a name (’t Hooft).
  return /^'[+\d(=@-]/.test(text) ? text.slice(1).trim() : text
}

/** The first of several values in one cell, as contact programs write them, and the others. */
export function several(cell: string): readonly [string, readonly string[]] {
  const [first = '', ...others] = cell.split(':::').map(part => unguarded(part))
  return [first, others.filter(part => part !== '')]
}

/** The figures of a telephone number, for comparing; empty when there are too few to tell people apart. */
export function telephoneFigures(telephone: string): string {
  const figures = telephone.normalize('NFKC').replaceAll(/[^\d]/g, '').replace(/^00/, '')
  return figures.length < 6 ? '' : figures
}

/** Minutes from "45", "45 min", "1 h 15", "1:15", "1.5 hours", "01:15:00"; null when it cannot be read. */
export function readMinutes(cell: string): number | null {
  const text = cell.trim().toLowerCase()
  const whole = /^(\d{1,4})(?:\.0+)?\s*(?:m|min|mins|minutes?|minuten|minutos?)?\.?$/.exec(text)
  if (whole?.[1] !== undefined) return Number(whole[1])
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text)
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2])
  const hours = /^(\d{1,2}(?:[.,]\d+)?)\s*(?:h|hr|hrs|hours?|std|stunden?|horas?|heures?)\.?,?\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes?)?\.?)?$/.exec(text)
  return hours?.[1] === undefined ? null : Math.round(Number(hours[1].replace(',', '.')) * 60) + Number(hours[2] ?? 0)
}

const statuses: readonly (readonly [AppointmentStatus, RegExp])[] = [
  ['noshow', /\b(?:no ?shows?|noshow|did ?n[o']?t (?:attend|arrive|come|show)|did not (?:attend|arrive|come|show)|dna|missed|absent)\b/],
  ['cancelled', /\b(?:late )?cancel|\bstorn|\bannul|\bdeclined\b|\brejected\b|\bdeleted\b|\bvoid\b/],
  ['fulfilled', /\b(?:completed?|done|finished|fulfilled|attended|checked ?out|closed)\b/],
  ['arrived', /\b(?:arrived|checked ?in|in progress|started|waiting|in room|ready)\b/],
  ['proposed', /\b(?:pending|requested|request|tentative|proposed|unconfirmed|not confirmed|hold)\b/],
  ['booked', /\b(?:booked|confirmed|scheduled|active|new|accepted|approved|open|upcoming|reserved|rescheduled|busy)\b/],
]

/** The status that another program's word means; null when the word is not known. Nothing written means booked. */
export function readStatus(cell: string): AppointmentStatus | null {
  const text = cell.trim().toLowerCase().replaceAll(/[-_]+/g, ' ')
  if (text === '') return 'booked'
  return statuses.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

const particles = new Set(['van', 'von', 'de', 'der', 'den', 'del', 'della', 'di', 'da', 'dos', 'das', 'du', 'la', 'le', 'el', 'al', 'bin', 'ibn', 'ben', 'ten', 'ter', 'zu', 'zur', 'st', 'st.', 'mac', 'ó', "o'", 'ní', 'ap'])

/** A name in one piece, taken apart where it can be: at its comma, or before its last word and the particles that belong to it. */
export function splitName(name: string): { readonly given: string; readonly family: string } {
  const text = name.replaceAll(/\s+/g, ' ').trim()
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text)
  if (comma?.[1] !== undefined && comma[2] !== undefined) return { given: comma[2].trim(), family: comma[1].trim() }
  const words = text.split(' ')
  if (words.length < 2) return { given: text, family: '' }
  let at = words.length - 1
  while (at > 1 && particles.has((words[at - 1] ?? '').toLowerCase())) at -= 1
  return { given: words.slice(0, at).join(' '), family: words.slice(at).join(' ') }
}
