import chineseParts from '@fontsource/noto-sans-sc/unicode.json'

// The files of each part of the alphabet; the service serves them as it serves the screens, so that nothing comes from outside.
const files: Readonly<Record<string, string>> = import.meta.glob([
  '../../node_modules/@fontsource/noto-sans/files/noto-sans-{latin,latin-ext,vietnamese,cyrillic,greek}-{400,700}-normal.woff2',
  '../../node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-{400,700}-normal.woff2',
  '../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-[0-9]*-400-normal.woff2',
], { query: '?url', import: 'default', eager: true })

type Part = { readonly file: string; readonly weight: number; readonly has: (text: string) => boolean; readonly range: string }

const latin = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'greek'] as const
const scripts: Readonly<Record<(typeof latin)[number], RegExp>> = {
  latin: /[\u0020-\u00ff]/, 'latin-ext': /[\u0100-\u02ff\u1e00-\u1eff]/, vietnamese: /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/,
  cyrillic: /[\u0400-\u04ff]/, greek: /[\u0370-\u03ff]/,
}
const ranges: Readonly<Record<(typeof latin)[number], string>> = {
  latin: 'U+0000-00FF,U+2000-206F,U+20AC', 'latin-ext': 'U+0100-02FF,U+1E00-1E9F,U+1EF2-1EFF', vietnamese: 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  cyrillic: 'U+0400-04FF', greek: 'U+0370-03FF',
}

/** Whether a text has a letter of a list like `U+4e00-4e10,U+5b57`. */
function hasLetterIn(range: string): (text: string) => boolean {
  const spans = range.split(',').map(each => each.trim().replace(/^U\+/i, '').split('-').map(code => Number.parseInt(code, 16)))
  return text => [...text].some((letter) => {
    const code = letter.codePointAt(0) ?? 0
    return spans.some(([from = 0, to = from]) => code >= from && code <= to)
  })
}

const parts: readonly Part[] = [
  ...latin.flatMap(script => [400, 700].map(weight => ({ file: `/noto-sans-${script}-${weight}-`, weight, has: (text: string) => scripts[script].test(text), range: ranges[script] }))),
  ...[400, 700].map(weight => ({ file: `/noto-sans-arabic-arabic-${weight}-`, weight, has: (text: string) => /\p{Script=Arabic}/u.test(text), range: 'U+0600-06FF,U+0750-077F,U+0870-088E,U+FB50-FDFF,U+FE70-FEFC' })),
  ...Object.entries(chineseParts).filter(([key]) => /^\[\d+\]$/.test(key))
    .map(([key, range]) => ({ file: `/noto-sans-sc-${key.slice(1, -1)}-400-`, weight: 400, has: hasLetterIn(range), range })),
]

const read = new Map<string, Promise<string>>()

async function asData(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCodePoint(...bytes.subarray(at, at + 0x8000))
  return `data:font/woff2;base64,${btoa(binary)}`
}

/** The `@font-face` rules, with their fonts in them, that a text needs; what cannot be read is left to the system's own fonts. */
export async function fontsFor(text: string): Promise<string> {
  const rules = parts.filter(part => part.has(text)).map(async ({ file, weight, range }) => {
    const url = Object.entries(files).find(([path]) => path.includes(file))?.[1]
    if (url === undefined) return ''
    const data = read.get(url) ?? asData(url)
    read.set(url, data)
    return await data.then(source => `@font-face{font-family:"Paper";font-weight:${weight};src:url(${source}) format("woff2");unicode-range:${range}}`, () => '')
  })
  return (await Promise.all(rules)).join('')
}
