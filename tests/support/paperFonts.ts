import { readFileSync } from 'node:fs'

const folder = new URL('../../node_modules/@fontsource/', import.meta.url)
const face = (family: string, file: string, weight: number, range: string): string =>
  `@font-face{font-family:"Paper";font-weight:${weight};src:url(data:font/woff2;base64,${readFileSync(new URL(`${family}/files/${file}-${weight}-normal.woff2`, folder)).toString('base64')}) format("woff2");unicode-range:${range}}`

/** The type that the program puts into every document, for documents that a test makes itself. */
export const paperFonts = (): string => [400, 700].flatMap(weight => [
  face('noto-sans', 'noto-sans-latin', weight, 'U+0000-00FF,U+2000-206F,U+20AC'),
  face('noto-sans', 'noto-sans-latin-ext', weight, 'U+0100-02FF,U+1E00-1E9F,U+1EF2-1EFF'),
  face('noto-sans', 'noto-sans-vietnamese', weight, 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB'),
  face('noto-sans', 'noto-sans-cyrillic', weight, 'U+0400-04FF'), face('noto-sans', 'noto-sans-greek', weight, 'U+0370-03FF'),
  face('noto-sans-arabic', 'noto-sans-arabic-arabic', weight, 'U+0600-06FF,U+0750-077F,U+0870-088E,U+FB50-FDFF,U+FE70-FEFC'),
]).join('')
