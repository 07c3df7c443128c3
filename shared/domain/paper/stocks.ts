import type { Stock } from './stock.ts'

const inch = 25_400
const letter = { width: 8.5 * inch, height: 11 * inch }
const a4 = { width: 210_000, height: 297_000 }

const single = (id: string, name: string, kind: Stock['kind'], width: number, height: number, margin: number, source: string): Stock => ({
  id, name, kind, page: { width, height }, card: { width, height }, columns: 1, rows: 1, left: 0, top: 0, pitchX: width, pitchY: height, margin, source,
})

/** Papers that are known without being measured; a practice adds its own. */
export const stocks = [
  single('card-us', '3.5 × 2 in', 'card', 3.5 * inch, 2 * inch, 2_500, 'US business card'),
  single('card-eu', '85 × 55 mm', 'card', 85_000, 55_000, 2_500, 'European business card'),
  single('id-1', 'ID-1', 'card', 85_600, 53_980, 2_500, 'ISO/IEC 7810'),
  single('a6-large-print', 'A6', 'large', 105_000, 148_000, 8_000, 'ISO 216'),
  single('a5', 'A5', 'large', 148_000, 210_000, 12_000, 'ISO 216'),
  {
    id: 'avery-5371', name: 'Avery 5371 / 8371', kind: 'sheet', page: letter, card: { width: 3.5 * inch, height: 2 * inch }, columns: 2, rows: 5,
    left: 19_050, top: 12_700, pitchX: 88_900, pitchY: 50_800, margin: 2_500, source: 'gLabels and Paper::Specs: no gutters between cards',
  },
  {
    id: 'avery-8373', name: 'Avery 8373', kind: 'sheet', page: letter, card: { width: 3.5 * inch, height: 2 * inch }, columns: 2, rows: 4,
    left: 12_700, top: 19_050, pitchX: 101_600, pitchY: 63_500, margin: 2_500, source: 'Paper::Specs; pitch worked out from the margins',
  },
  {
    id: 'avery-l7414', name: 'Avery L7414', kind: 'sheet', page: a4, card: { width: 90_000, height: 52_000 }, columns: 2, rows: 5,
    left: 15_000, top: 18_500, pitchX: 90_000, pitchY: 52_000, margin: 2_500, source: 'gLabels templates',
  },
  {
    id: 'avery-j8414', name: 'Avery J8414', kind: 'sheet', page: a4, card: { width: 87_000, height: 50_800 }, columns: 2, rows: 5,
    left: 14_800, top: 20_400, pitchX: 93_100, pitchY: 50_800, margin: 2_500, source: 'gLabels templates',
  },
  {
    id: 'zweckform-32010', name: 'Avery Zweckform 32010', kind: 'sheet', page: a4, card: { width: 85_000, height: 54_000 }, columns: 2, rows: 5,
    left: 14_100, top: 14_100, pitchX: 94_900, pitchY: 54_000, margin: 2_500, source: 'gLabels templates',
  },
  {
    id: 'zweckform-32015', name: 'Avery Zweckform 32015', kind: 'sheet', page: a4, card: { width: 85_000, height: 54_000 }, columns: 2, rows: 4,
    left: 17_000, top: 31_500, pitchX: 91_000, pitchY: 60_000, margin: 2_500, source: 'gLabels templates',
  },
  // 576 dots at 8 dots a millimetre are printable; the printer cuts after the page, so one length serves every card.
  {
    id: 'roll-80', name: '80 mm', kind: 'roll', page: { width: 80_000, height: 100_000 }, card: { width: 72_000, height: 100_000 }, columns: 1, rows: 1,
    left: 4_000, top: 0, pitchX: 72_000, pitchY: 100_000, margin: 1_000, source: 'printer manuals: 72 mm of 80 are printable',
  },
  {
    id: 'avery-5160', name: 'Avery 5160', kind: 'label', page: letter, card: { width: 66_675, height: 25_400 }, columns: 3, rows: 10,
    left: 4_763, top: 12_700, pitchX: 69_850, pitchY: 25_400, margin: 2_500, source: 'gLabels templates',
  },
  {
    id: 'avery-l7163', name: 'Avery L7163', kind: 'label', page: a4, card: { width: 99_100, height: 38_100 }, columns: 2, rows: 7,
    left: 4_650, top: 15_150, pitchX: 101_600, pitchY: 38_100, margin: 2_500, source: 'gLabels templates',
  },
] as const satisfies readonly Stock[]

/** Where large print, and what fits on nothing smaller, goes. */
export const a6 = 'a6-large-print'
export const a5 = 'a5'

/** Papers for lists and letters. */
export const pages = { a4, letter } as const
export type PageName = keyof typeof pages
