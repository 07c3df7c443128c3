import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Names of many languages as somebody else collected them; see the folder's PROVENANCE.tsv. */
export const namesFolder = fileURLToPath(new URL('../../../shared/samples/names', import.meta.url))

export type SampleName = { readonly given: string; readonly family: string; readonly locale: string }
export type Chance = (below: number) => number

/** Seeded chance (mulberry32): every run asks the same. */
export function chance(seed: number): Chance {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const pick = <T>(items: readonly T[], any: Chance): T => {
  const item = items[any(items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

type Locale = { readonly locale: string; readonly first: readonly string[]; readonly last: readonly string[] }

function isLocale(value: unknown): value is Locale {
  return typeof value === 'object' && value !== null && 'locale' in value && 'first' in value && 'last' in value && Array.isArray(value.first) && Array.isArray(value.last)
}

/** So many people of all locales, as many of each. */
export function samplePeople(count: number, any: Chance): readonly SampleName[] {
  const folder = join(namesFolder, 'faker-locales')
  const locales = readdirSync(folder).toSorted().map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown).filter(isLocale)
  return Array.from({ length: count }, (_, n) => {
    const { locale, first, last } = locales[n % locales.length] ?? pick(locales, any)
    return { locale, given: pick(first, any), family: pick(last, any) }
  })
}

/** Given name in front or family name in front, as people type them. */
const inSomeOrder = (given: string, family: string, any: Chance): string => (any(2) === 0 ? `${given} ${family}` : `${family} ${given}`)

const beginning = (word: string, least: number, any: Chance): string => {
  const letters = [...word]
  return letters.slice(0, Math.min(letters.length, least + any(Math.max(1, letters.length - least + 1)))).join('')
}

/** The beginnings of both names: at least three letters of the family name and two of the given one. */
export const prefixQuery = ({ given, family }: SampleName, any: Chance): string => inSomeOrder(beginning(given, 2, any), beginning(family, 3, any), any)

export const slips = ['one too many', 'one too few', 'one wrong', 'two swapped'] as const
export type Slip = (typeof slips)[number]

/** The whole name with one slip of the finger at any place, the first letter and the space included. */
export function typoQuery({ given, family }: SampleName, slip: Slip, any: Chance): string {
  const name = inSomeOrder(given, family, any)
  const letters = [...name]
  const other = (not: string | undefined): string => {
    const found = pick([...name.replaceAll(' ', '')], any)
    return found === not ? pick([...'aeinrst'].filter(letter => letter !== not), any) : found
  }
  const at = any(letters.length)
  switch (slip) {
    case 'one too many': return letters.toSpliced(any(letters.length + 1), 0, other(undefined)).join('')
    case 'one too few': return letters.toSpliced(at, 1).join('')
    case 'one wrong': return letters.with(at, other(letters[at])).join('')
    case 'two swapped': {
      // Two letters that are the same cannot be swapped by mistake.
      const places = letters.flatMap((letter, place) => (place + 1 < letters.length && letter !== letters[place + 1] ? [place] : []))
      const place = pick(places, any)
      return letters.with(place, letters[place + 1] ?? '').with(place + 1, letters[place] ?? '').join('')
    }
  }
}
