import arabic from '@fontsource/noto-sans-arabic/unicode.json' with { type: 'json' }
import ethiopic from '@fontsource/noto-sans-ethiopic/unicode.json' with { type: 'json' }
import hebrew from '@fontsource/noto-sans-hebrew/unicode.json' with { type: 'json' }
import korean from '@fontsource/noto-sans-kr/unicode.json' with { type: 'json' }
import chinese from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import thai from '@fontsource/noto-sans-thai/unicode.json' with { type: 'json' }
import european from '@fontsource/noto-sans/unicode.json' with { type: 'json' }

// The files of each part of the alphabet; the service serves them as it serves the screens, so that nothing comes from outside.
const files: Readonly<Record<string, string>> = import.meta.glob([
  '../../node_modules/@fontsource/noto-sans/files/noto-sans-{latin,latin-ext,vietnamese,cyrillic,cyrillic-ext,greek,greek-ext,devanagari}-{400,700}-normal.woff2',
  '../../node_modules/@fontsource/noto-sans-{arabic,hebrew,thai,ethiopic}/files/noto-sans-*-{arabic,hebrew,thai,ethiopic}-{400,700}-normal.woff2',
  '../../node_modules/@fontsource/noto-sans-{sc,kr}/files/noto-sans-*-[0-9]*-{400,700}-normal.woff2',
], { query: '?url', import: 'default', eager: true })

type Span = readonly [from: number, to: number]
type Family = { readonly name: string; readonly parts: Readonly<Record<string, string>>; readonly wanted: RegExp; readonly own: readonly Span[] }
type Part = { readonly file: string; readonly weight: number; readonly has: (text: string) => boolean; readonly range: string; readonly mayLack: boolean }

// A family that has one weight only is not asked for letters of the other: they would come out of the system's fonts, or as empty boxes.
const weights = [400, 700] as const
// Each has Latin letters and marks too. They are left to Noto Sans: a mark that comes out of another type than its letter falls beside it.
const families: readonly Family[] = [
  { name: 'noto-sans-sc', parts: chinese, wanted: /^\[/, own: [[0x2e80, 0x3ffff]] },
  { name: 'noto-sans-kr', parts: korean, wanted: /^\[/, own: [[0x1100, 0x11ff], [0x3130, 0x318f], [0xa960, 0xa97f], [0xac00, 0xd7ff]] },
  { name: 'noto-sans-ethiopic', parts: ethiopic, wanted: /^ethiopic$/, own: [[0x1200, 0x1399], [0x2d80, 0x2dde], [0xab01, 0xab2e]] },
  { name: 'noto-sans-thai', parts: thai, wanted: /^thai$/, own: [[0xe00, 0xe7f]] },
  { name: 'noto-sans-hebrew', parts: hebrew, wanted: /^hebrew$/, own: [[0x590, 0x5ff], [0xfb1d, 0xfb4f]] },
  { name: 'noto-sans-arabic', parts: arabic, wanted: /^arabic$/, own: [[0x600, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfefc]] },
  { name: 'noto-sans', parts: european, wanted: /^(?!math|symbols)/, own: [[0, 0xffff]] },
]

// From Devanagari on: what stands before it every system can show.
const firstOftenMissing = 0x900

const spansOf = (range: string): readonly Span[] => range.split(',').map((each): Span => {
  const [from = 0, to = from] = each.trim().replace(/^U\+/i, '').split('-').map(code => Number.parseInt(code, 16))
  return [from, to]
})
const hasLetterIn = (spans: readonly Span[]) => (text: string): boolean => [...text].some((letter) => {
  const code = letter.codePointAt(0) ?? 0
  return spans.some(([from, to]) => code >= from && code <= to)
})

// Of two that have a letter, the one that is named last is taken.
const parts: readonly Part[] = families.flatMap(({ name, parts: all, wanted, own }) => Object.entries(all).flatMap(([key, range]) => {
  const spans = wanted.test(key) ? spansOf(range).filter(([from, to]) => own.some(span => from >= span[0] && to <= span[1])) : []
  if (spans.length === 0) return []
  const shown = spans.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(',')
  return weights.map(weight => ({ file: `/${name}-${key.replaceAll(/[[\]]/g, '')}-${weight}-`, weight, has: hasLetterIn(spans), range: shown, mayLack: spans.every(([from]) => from >= firstOftenMissing) }))
}))

const addressOf = ({ file }: Part): string | undefined => Object.entries(files).find(([path]) => path.includes(file))?.[1]
// Swapped in: while a part is fetched its letters are not left out.
const faceOf = (family: string, { weight, range }: Part, address: string): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${address}) format("woff2");unicode-range:${range}}`

/** The `@font-face` rules of the scripts that a system may have no type for, by their addresses: a part is fetched once a letter of it is shown. */
export const facesByAddress = (family: string): string => parts.filter(part => part.mayLack).map((part) => {
  const address = addressOf(part)
  return address === undefined ? '' : faceOf(family, part, address)
}).join('')

const read = new Map<string, Promise<string>>()

async function asData(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCodePoint(...bytes.subarray(at, at + 0x8000))
  return `data:font/woff2;base64,${btoa(binary)}`
}

/** The `@font-face` rules, with their fonts in them, that a text needs; what cannot be read is left to the system's own fonts. */
export async function fontsFor(text: string): Promise<string> {
  const rules = parts.filter(part => part.has(text)).map(async (part) => {
    const url = addressOf(part)
    if (url === undefined) return ''
    const data = read.get(url) ?? asData(url)
    read.set(url, data)
    return await data.then(source => faceOf('Paper', part, source), () => '')
  })
  return (await Promise.all(rules)).join('')
}
