import { languages } from '../language.ts'
import type { Identifier } from '../person.ts'
import { dayOfMonth, monthOf, yearOf } from '../time/plainDate.ts'
import type { PlainDate } from '../time/values.ts'
import { fold, type Folded, lower, undisguised } from './fold.ts'
import { revealing, type RevealingKind, wordKinds } from './revealing.ts'

/** A word that paper for a patient may not carry, as it was written, and what it gives away. */
export type RevealingWord = { readonly kind: RevealingKind; readonly word: string }
/** What is known of the patient and may not be read on the paper. */
export type Secrets = { readonly birthDate: PlainDate | null; readonly identifiers: readonly Identifier[] }
export const noSecrets: Secrets = { birthDate: null, identifiers: [] }

/** A rule reads a text without marks and through disguises, without marks but as it was typed, or with its marks. */
type Rule = { readonly kind: RevealingKind; readonly pattern: RegExp; readonly on: 'folded' | 'typed' | 'marked' }

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const letters = String.raw`[\p{L}\p{M}]`

/**
 * `pain` that word alone, `pain*` as a beginning, `*pain` as an ending, `*pain*` anywhere in a word. Words of one shape stand together in the order of
 * their letters: so the engine goes through them as through a tree.
 */
function patternOf(words: readonly string[]): string {
  const shapes = new Map<string, string[]>()
  for (const word of words.toSorted()) {
    const arabic = /\p{Script=Arabic}/u.test(word)
    // Arabic writes "and", "for" and "the" to the word that they belong to.
    const before = word.startsWith('*') ? '' : `(?<!${letters})${arabic ? '(?:[وفبلك]?(?:ال|لل)?)' : ''}`
    const after = word.endsWith('*') ? '' : `(?!${letters})`
    const stem = escaped(word.replaceAll(/^\*|\*$/g, '')).replaceAll(' ', String.raw`[\s\-]+${arabic ? '(?:ال|لل)?' : ''}`)
    const shape = `${before}(?:…)${after}`
    shapes.set(shape, [...shapes.get(shape) ?? [], stem])
  }
  return [...shapes].map(([shape, stems]) => shape.replace('…', stems.join('|'))).join('|')
}

const split = (words: string): readonly string[] => words.split(',').map(word => word.trim()).filter(word => word !== '')
const ruleOf = (kind: RevealingKind, words: readonly string[], on: 'folded' | 'marked'): Rule =>
  ({ kind, pattern: new RegExp(patternOf(words.map(word => (on === 'marked' ? lower(word) : fold(word)).text)), 'gu'), on })

const amount = String.raw`units?|unidades?|unites?|einheiten|einheit|jednost\p{L}*|don vi|وحد\p{L}*|${fold('یونٹ').text}\p{L}*`
const unit = String.raw`${amount}|u\.?i\.?|i\.?[ue]\.?|j\.?\s?m\.?|mg|mcg|ug|ml|cc|dv|مل|ملغ|${fold('ملی لیٹر|ملی گرام').text}|单位|單位|毫升|毫克`
// A lone letter is a unit only where neither a flat is named before it nor a street after it: "100 E Main Street", "Apt 12 E".
const aFlat = String.raw`(?<!(?:apt|apartment|unit|suite|ste|flat|room|rm|floor|raum|zimmer|top|whg|lot|box|block|building|bldg|no|nr|#)\.?\s*)`
const spoken = 'one hundred|two hundred|hundred|fifty|sixty|seventy|eighty|ninety|twenty|thirty|forty|cien|doscientas|cincuenta|cent|deux cents|cinquante|cem|duzentas|cinquenta|hundert|zweihundert|funfzig|sto|dwiescie|piecdziesiat|مئه|مائه|خمسون|خمسين|سو|پچاس|mot tram|hai tram|nam muoi'
const dose: Rule = {
  kind: 'dose', on: 'typed',
  pattern: new RegExp([
    String.raw`(?<![\p{L}\d])\d[\d.,]*\s*(?:${unit})(?!${letters})`,
    String.raw`(?=\d)${aFlat}(?<![\p{L}\d])\d[\d.,]*\s*[uej](?![\p{L}\d])(?!\.?\s+(?:(?!of|de|von|du|do)\p{L}|\d+(?:st|nd|rd|th)))`,
    String.raw`(?<!${letters})(?:${spoken})\s+(?:${amount})(?!${letters})`,
    '[一二两三四五六七八九十百]+(?:单位|單位|毫升|毫克)',
  ].join('|'), 'gu'),
}
/** A year of birth that is said to be one. */
const born: Rule = {
  kind: 'birth-date', on: 'typed',
  pattern: new RegExp(String.raw`(?<!${letters})(?:born|nacid[oa]s?|nascid[oa]s?|nee?|geb|geboren|jg|ur|urodzon[ya]|مواليد|sinh)\.?\s*(?:in|on|en|em|el|le|im|am|w|a|nam)?\s*(?:\d{4}|\d{1,2}[./-]\d)`, 'gu'),
}
/** A number that is said to be a record's. */
const filed: Rule = {
  kind: 'record-number', on: 'typed',
  pattern: new RegExp(String.raw`(?<!${letters})(?:patient|pat|chart|record|file|case|hospital|dossier|historia|expediente|paciente|utente|processo|karty|pacjenta|akte|fall)\.?[\s-]*(?:no|nr|n°|n\.?o|num|number|numero|#)\.?\s*:?\s*\d`, 'gu'),
}

const rules: readonly Rule[] = [
  ...wordKinds.flatMap((kind) => {
    const { vi, ...others } = revealing
    return [ruleOf(kind, Object.values(others).flatMap(kinds => split(kinds[kind])), 'folded'), ruleOf(kind, split(vi[kind]), 'marked')]
  }),
  dose, born, filed,
]

function found({ text, from }: Folded, original: string, { kind, pattern }: Rule): readonly RevealingWord[] {
  // Most texts give nothing away: asking first is many times cheaper than listing what there is.
  if (text.search(pattern) < 0) return []
  return [...text.matchAll(pattern)].filter(match => match[0] !== '').map((match) => {
    const start = from[match.index] ?? 0
    const end = from[match.index + match[0].length] ?? original.length
    return { kind, word: wordAround(original, start, end) }
  })
}

/** The whole words that a match lies in; where words are not set apart, the match itself. */
function wordAround(text: string, start: number, end: number): string {
  const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}]/u.test(sign) && !/\p{Script=Han}/u.test(sign)
  let [from, to] = [start, end]
  while (isLetter(text[from - 1]) && isLetter(text[from])) from -= 1
  while (isLetter(text[to]) && isLetter(text[to - 1])) to += 1
  return text.slice(from, to)
}

const named = new Map<number, readonly string[]>()
/** What a month is called, in full and short, in every language of the cards. */
function monthNames(month: number): readonly string[] {
  const known = named.get(month)
  if (known !== undefined) return known
  const middle = Date.UTC(2001, month - 1, 15)
  const written = languages.flatMap(language => (['long', 'short'] as const).flatMap(length => new Intl.DateTimeFormat(language, { day: 'numeric', month: length, timeZone: 'UTC' })
    .formatToParts(middle).filter(part => part.type === 'month').map(part => fold(part.value).text.replace(/\.$/, '')))).filter(name => !/^\d*$/.test(name))
  const names = [...new Set(written)].map(escaped)
  named.set(month, names)
  return names
}

/** How a birth date is written: in either order, with any sign between, the year in full or not, the month as a figure or by its name. */
function birthDateRule(birthDate: PlainDate): Rule {
  const [y, m, d] = [yearOf(birthDate), monthOf(birthDate), dayOfMonth(birthDate)]
  const [year, month, day] = [`(?:${y}|${String(y % 100).padStart(2, '0')})`, `0?${m}`, `0?${d}`]
  const gap = String.raw`\s?[-/. 年月]\s?`
  const orders = [[String(y), month, day], [day, month, year], [month, day, year]].map(parts => parts.join(gap))
  // "9 July 1961", "9-Jul-1961", "the 9th of July, 1961", "9 de julio del 1961": the day and the year on either side of the month's name.
  const monthName = `(?:${monthNames(m).join('|')})`
  const link = String.raw`[\s.,/-]*(?:(?:del?|of|st|nd|rd|th|thang)[\s.,]*){0,2}`
  const spelt = [[day, monthName, String(y)], [monthName, day, String(y)], [String(y), monthName, day]].map(parts => parts.join(link))
  return { kind: 'birth-date', on: 'typed', pattern: new RegExp(String.raw`(?<!\d)(?:${[...orders, ...spelt].join('|')})(?!\d)`, 'gu') }
}

/** A record number; three figures alone are too short to be told from a house number. */
const numberRule = ({ value }: Identifier): readonly Rule[] => {
  const number = fold(value).text.trim()
  if (number.length < (/^\d+$/.test(number) ? 4 : 3)) return []
  return [{ kind: 'record-number', on: 'folded', pattern: new RegExp(`(?<![\\p{L}\\d])${escaped(number)}(?![\\p{L}\\d])`, 'gu') }]
}

const secretRules = ({ birthDate, identifiers }: Secrets): readonly Rule[] => [...(birthDate === null ? [] : [birthDateRule(birthDate)]), ...identifiers.flatMap(numberRule)]

function checked(text: string, wanted: readonly Rule[]): readonly RevealingWord[] {
  const typed = fold(text)
  const versions = { folded: [typed, undisguised(text)], typed: [typed], marked: [lower(text)] }
  const all = wanted.flatMap(rule => versions[rule.on].flatMap((version) => found(version, text, rule)))
  return [...new Map(all.map(finding => [`${finding.kind} ${finding.word}`, finding])).values()]
}

/**
 * What a text for a patient gives away, in any of the languages whatever the text's own: condition, product, specialty, treatment,
 * dose, insurer, the words that the practice added, and the patient's own birth date and record numbers.
 */
export const revealedBy = (text: string, secrets: Secrets = noSecrets, own: readonly string[] = []): readonly RevealingWord[] =>
  [...wordsIn(text, own), ...checked(text, secretRules(secrets))]

const mostRemembered = 500
const remembered = new Map<string, readonly RevealingWord[]>()

// The practice's few words stand on every one of its cards: each text is looked through once.
function wordsIn(text: string, own: readonly string[]): readonly RevealingWord[] {
  const key = JSON.stringify([text, ...own])
  const known = remembered.get(key)
  if (known !== undefined) return known
  const words = own.map(word => word.trim()).filter(word => word !== '')
  const findings = checked(text, words.length === 0 ? rules : [...rules, ruleOf('own', words, 'folded')])
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, findings)
  return findings
}

const products = ruleOf('product', split(revealing.any.product), 'folded')

/** What a name or a patient's own address gives away: a family may be called Pain or Dolor, but nobody is called by a product or a birth date. */
export const revealedByName = (name: string, secrets: Secrets): readonly RevealingWord[] => checked(name, [products, ...secretRules(secrets)])
