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

type Rule = { readonly kind: RevealingKind; readonly pattern: RegExp; readonly on: 'folded' | 'marked' }

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const letters = String.raw`[\p{L}\p{M}]`
const arabic = /\p{Script=Arabic}/u

/** `pain` that word alone, `pain*` as a beginning, `*pain*` anywhere in a word. */
function patternOf(word: string): string {
  const open = word.startsWith('*')
  const stem = escaped(word.replaceAll(/^\*|\*$/g, '')).replaceAll(' ', String.raw`[\s\-]+`)
  // Arabic writes "and", "for" and "the" to the word that they belong to.
  const article = arabic.test(word) ? '(?:[وفبلك]?(?:ال|لل)?)' : ''
  return `${open ? '' : `(?<!${letters})${article}`}${stem}${word.endsWith('*') ? '' : `(?!${letters})`}`
}

const split = (words: string): readonly string[] => words.split(',').map(word => word.trim()).filter(word => word !== '')
const ruleOf = (kind: RevealingKind, words: readonly string[], on: Rule['on']): Rule | null =>
  words.length === 0 ? null : { kind, pattern: new RegExp(words.map(word => patternOf((on === 'folded' ? fold(word) : lower(word)).text)).join('|'), 'gu'), on }

const unit = String.raw`i?units?|u\.?i\.?|i\.?u\.?|unidades?|unites?|einheiten|einheit|jednost\p{L}*|mg|mcg|ug|ml|cc|وحد\p{L}*|يونٹ|单位|單位|毫升|don vi`
const dose: Rule = {
  kind: 'dose', on: 'folded',
  // A single U or E is a unit only where no word follows: "100 E Main Street" is an address.
  pattern: new RegExp(String.raw`(?<![\p{L}\d])\d[\d.,]*\s*(?:(?:${unit})(?!${letters})|[ue](?!${letters})(?!\s+(?!of|de|von|du|do)\p{L}))`, 'gu'),
}

const rules: readonly Rule[] = [
  ...Object.entries(revealing).flatMap(([language, kinds]) => wordKinds.flatMap(kind => ruleOf(kind, split(kinds[kind]), language === 'vi' ? 'marked' : 'folded') ?? [])),
  dose,
]

const found = ({ text, from }: Folded, original: string, { kind, pattern }: Rule): readonly RevealingWord[] =>
  [...text.matchAll(pattern)].filter(match => match[0] !== '').map((match) => {
    const start = from[match.index] ?? 0
    const end = from[match.index + match[0].length] ?? original.length
    return { kind, word: wordAround(original, start, end) }
  })

/** The whole words that a match lies in; where words are not set apart, the match itself. */
function wordAround(text: string, start: number, end: number): string {
  const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}]/u.test(sign) && !/\p{Script=Han}/u.test(sign)
  let [from, to] = [start, end]
  while (from > 0 && isLetter(text[from - 1]) && isLetter(text[from])) from -= 1
  while (to < text.length && isLetter(text[to]) && isLetter(text[to - 1])) to += 1
  return text.slice(from, to).trim()
}

/** How a birth date is written: in either order, with any sign between, the year in full or not. */
function birthDateRule(birthDate: PlainDate): Rule {
  const [y, m, d] = [yearOf(birthDate), monthOf(birthDate), dayOfMonth(birthDate)]
  const [year, month, day] = [`(?:${y}|${String(y % 100).padStart(2, '0')})`, `0?${m}`, `0?${d}`]
  const gap = String.raw`\s?[-/. ]\s?`
  const orders = [[String(y), month, day], [day, month, year], [month, day, year]].map(parts => parts.join(gap))
  return { kind: 'birth-date', on: 'folded', pattern: new RegExp(String.raw`(?<!\d)(?:${orders.join('|')})(?!\d)`, 'gu') }
}

/** A record number; three figures alone are too short to be told from a house number. */
const numberRule = ({ value }: Identifier): readonly Rule[] => {
  const number = fold(value).text.trim()
  if (number.length < (/^\d+$/.test(number) ? 4 : 3)) return []
  return [{ kind: 'record-number', on: 'folded', pattern: new RegExp(`(?<![\\p{L}\\d])${escaped(number)}(?![\\p{L}\\d])`, 'gu') }]
}

const secretRules = ({ birthDate, identifiers }: Secrets): readonly Rule[] => [...(birthDate === null ? [] : [birthDateRule(birthDate)]), ...identifiers.flatMap(numberRule)]

function checked(text: string, wanted: readonly Rule[]): readonly RevealingWord[] {
  const versions = { folded: [fold(text), undisguised(text)], marked: [lower(text)] }
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
  const ownRule = ruleOf('own', own.filter(word => word.trim() !== ''), 'folded')
  const findings = checked(text, ownRule === null ? rules : [...rules, ownRule])
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, findings)
  return findings
}

const products = ruleOf('product', split(revealing.any.product), 'folded')

/** What a name or a patient's own address gives away: a family may be called Pain or Dolor, but nobody is called by a product or a birth date. */
export const revealedByName = (name: string, secrets: Secrets): readonly RevealingWord[] => checked(name, [...(products === null ? [] : [products]), ...secretRules(secrets)])
