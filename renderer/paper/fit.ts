import { a5, a6 } from '../../shared/domain/paper/stocks.ts'
import type { Stock } from '../../shared/domain/paper/stock.ts'
import type { CardBlock, PaperLine } from './composeCard.ts'

/** Clear print is 12 pt at the least, large print 18 (RNIB; domain practice for large print starts at 16). */
export const pointSizes = { normal: 12, letter: 13, large: 18 } as const
/** A line that shall stand out is larger by so much. */
export const largeFactor = 1.2
/** Line heights to try, in em: only the gaps between lines may shrink, never the type. */
const lineHeights = [1.35, 1.25, 1.15, 1.1] as const
const mmPerPoint = 25.4 / 72
/** Between the groups of lines, in em. */
export const groupGap = 0.3
/** What a code or a picture takes of a card's width or height, in mm. */
export const pictureMm = { scan: 26, logo: 9 } as const

const wide = /[\u1100-\u11ff\u2460-\u24ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u

// Advance widths of Noto Sans in hundredths of an em: the lower-case letters, then the capitals, from a to z.
const lowerWidths = [57, 62, 48, 62, 57, 35, 62, 62, 26, 26, 54, 26, 94, 62, 61, 62, 62, 42, 48, 37, 62, 51, 79, 53, 51, 47]
const upperWidths = [64, 65, 64, 73, 56, 52, 73, 75, 34, 28, 62, 53, 91, 76, 79, 61, 79, 63, 55, 56, 74, 60, 94, 59, 57, 58]

/** A Latin letter, with a little room for what stands on it. */
function latinEmOf(letter: string): number | null {
  const [plain = letter, ...marks] = letter.normalize('NFD')
  const width = /[a-z]/.test(plain) ? lowerWidths[plain.charCodeAt(0) - 97] : /[A-Z]/.test(plain) ? upperWidths[plain.charCodeAt(0) - 65] : undefined
  return width === undefined ? null : width / 100 + (marks.length === 0 ? 0 : 0.05)
}

/** How wide a letter is at most, in em, in the fonts that paper is set in; what is not known is taken for wide. */
function emOf(letter: string): number {
  if (wide.test(letter)) return 1.05
  if (/[\u2066-\u2069]/.test(letter)) return 0
  // Most marks take no room themselves, but a letter with strange ones comes out of another, wider font.
  if (/\p{M}/u.test(letter)) return /\p{Mc}/u.test(letter) ? 0.4 : 0.15
  const latin = latinEmOf(letter)
  if (latin !== null) return latin
  if (/[\s.,:;'’|()-]/.test(letter)) return 0.33
  // Joined, Arabic letters take half an em; only those with teeth take a whole one.
  if (/\p{Script=Arabic}/u.test(letter)) return /[سشصض]/.test(letter) ? 1 : 0.62
  if (/[ιίϊΙіїІЇ]/.test(letter)) return 0.36
  if (/[\u0370-\u045f]/.test(letter)) return /[ШЩЊЉЮ]/.test(letter) ? 1.04 : /[ЖМЫФжмшщыфюњљΜΦΨΌΏΉωώφψ]/.test(letter) ? 0.92 : letter === letter.toUpperCase() ? 0.79 : 0.68
  if (/[ŒœÆæ]|\p{Script=Ethiopic}/u.test(letter)) return 1.07
  return /\d/.test(letter) ? 0.58 : /[@%]/.test(letter) ? 0.95 : 0.78
}
/** Bold letters are wider by so much. */
const boldWidth = 1.1
const space = 0.27

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + emOf(letter), 0)

/** What stands between the commas of a line; short ones are kept in one piece, so that neither a time nor a street is broken where it need not be. */
export const piecesOf = (text: string): readonly string[] => text.split(/(?<=[,،，]) +/)
export const isKept = (piece: string, pieces: readonly string[]): boolean => pieces.length > 1 && piece.length <= 26 && piece.includes(' ') && !wide.test(piece)

/** Lines that a text takes at most: words and kept pieces move down whole, longer ones are broken. */
function linesOf(text: string, emPerLine: number): number {
  const pieces = piecesOf(text)
  const unbroken = pieces.flatMap(piece => (isKept(piece, pieces) && widthOf(piece) <= emPerLine ? [piece] : piece.split(/\s+/)))
  let lines = 1
  let used = 0
  for (const word of unbroken) {
    const width = widthOf(word)
    if (used > 0 && used + space + width > emPerLine) {
      lines += 1
      used = 0
    }
    if (width > emPerLine) {
      // A break after a sign in the middle of a long word leaves the rest of its line empty.
      const more = Math.ceil(width / (emPerLine - 1.05)) - (/[^\p{L}\p{M}\p{N}]/u.test(word) ? 0 : 1)
      lines += more
      used = emPerLine
    } else used += (used > 0 ? space : 0) + width
  }
  return lines
}

const isLargePaper = ({ kind }: Stock): boolean => kind === 'large'
/** The type size of a block on a paper, in pt. */
export const pointsOn = (block: CardBlock, stock: Stock): number => (block.largePrint || isLargePaper(stock) ? pointSizes.large : pointSizes.normal)

/** The widest line gap with which a block fits on one card of a paper, or null when it fits with none. */
export function fittingLineHeight(block: CardBlock, stock: Stock): number | null {
  const em = pointsOn(block, stock) * mmPerPoint
  const inner = (size: number): number => size / 1000 - 2 * (stock.margin / 1000)
  const across = (inner(stock.card.width) - (block.scan === null ? 0 : pictureMm.scan)) / em
  const down = (inner(stock.card.height) - (block.logo === null ? 0 : pictureMm.logo)) / em
  if (block.scan !== null && inner(stock.card.height) < pictureMm.scan) return null
  const height = ({ text, strong, large }: PaperLine): number => {
    const factor = large ? largeFactor : 1
    return linesOf(text, across / factor / (strong ? boldWidth : 1)) * factor
  }
  const lines = block.groups.flat().reduce((sum, line) => sum + height(line), 0)
  return lineHeights.find(gap => lines * gap + (block.groups.length - 1) * groupGap <= down) ?? null
}

/** The line gap to print a block with; what fits on no paper goes on to a second page. */
export const lineHeightFor = (block: CardBlock, stock: Stock): number => fittingLineHeight(block, stock) ?? lineHeights[1]

/** The paper that a block is really printed on: a bigger one for large print, and for what would not fit on less. */
export function paperFor(block: CardBlock, chosen: Stock, all: readonly Stock[]): Stock {
  if ((!block.largePrint || isLargePaper(chosen)) && fittingLineHeight(block, chosen) !== null) return chosen
  const bigger = [a6, a5].flatMap(id => all.find(stock => stock.id === id) ?? [])
  return bigger.find(stock => fittingLineHeight(block, stock) !== null) ?? bigger.at(-1) ?? chosen
}
