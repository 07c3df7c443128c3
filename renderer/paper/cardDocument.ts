import { renderSVG } from 'uqr'
import type { PrintJob } from '../../shared/contract/wire.ts'
import { backBox, type Box, cellBox, type Flip, type Nudge, pagesFor, type Stock } from '../../shared/domain/paper/stock.ts'
import { paperText } from '../../shared/text/en/paper.ts'
import type { CardBlock, PaperLine } from './composeCard.ts'
import { fittingLineHeight, groupGap, largeFactor, isKept, lineHeightFor, pictureMm, piecesOf, pointsOn } from './fit.ts'
import { documentHtml, escapeHtml, mm, paperFont } from './html.ts'

/** Everything that decides how blocks come to lie on paper. */
export type Sheet = {
  readonly stock: Stock
  readonly startCell: number
  readonly nudge: Nudge
  readonly flip: Flip
  /** `@font-face` rules with their fonts in them, or nothing where the system's own are to be used. */
  readonly fonts: string
}

/** `bdi`: a name in Arabic or Hebrew is set right to left without turning its neighbours round; our own words run as the card does. */
const lineHtml = ({ text, strong, large, foreign }: PaperLine): string => {
  const names = [strong ? 'strong' : '', large ? 'larger' : ''].filter(name => name !== '').join(' ')
  const pieces = piecesOf(text)
  const words = pieces.map(piece => (isKept(piece, pieces) ? `<span>${escapeHtml(piece)}</span>` : escapeHtml(piece))).join(' ')
  return `<p${names === '' ? '' : ` class="${names}"`}>${foreign ? `<bdi>${words}</bdi>` : words}</p>`
}
const logoHtml = (logo: string | null): string => (logo === null ? '' : `<img class="logo" alt="" src="${escapeHtml(logo)}">`)
const scanHtml = (scan: string | null): string =>
  scan === null ? '' : `<div class="scan" role="img" aria-label="${paperText.scan}">${renderSVG(scan, { border: 2, ecc: 'L' })}</div>`

function cardHtml(block: CardBlock, stock: Stock, box: Box): string {
  const flows = fittingLineHeight(block, stock) === null
  // Moved, not placed: a browser puts what it places on whole pixels, a quarter of a millimetre apart, and what it moves where it belongs.
  const place = flows ? `width:${mm(box.width)};min-height:${mm(box.height)}` : `transform:translate(${mm(box.left)},${mm(box.top)});width:${mm(box.width)};height:${mm(box.height)}`
  const type = `font-size:${pointsOn(block, stock)}pt;line-height:${lineHeightFor(block, stock)}`
  const groups = block.groups.map(group => `<div>${group.map(lineHtml).join('')}</div>`).join('')
  return `<article class="card${flows ? ' flows' : ''}" lang="${block.language}" dir="${block.direction}" style="${place};${type}">${scanHtml(block.scan)}${logoHtml(block.logo)}${groups}</article>`
}

function style({ stock, fonts }: Sheet): string {
  const [width, height, margin] = [mm(stock.page.width), mm(stock.page.height), mm(stock.margin)]
  return [
    fonts,
    `@page{size:${width} ${height};margin:0}`,
    '*{box-sizing:border-box}',
    // Without ligatures a name can be found in, and copied from, the PDF of every Chromium.
    `html,body{margin:0;padding:0;background:#fff;color:#000;font-family:${paperFont};font-variant-numeric:tabular-nums;font-variant-ligatures:no-common-ligatures}`,
    // Whatever sticks out of a page would make the browser print every page smaller.
    `.page{position:relative;overflow:clip;width:${width};height:${height};break-after:page;break-inside:avoid}.page:last-child{break-after:auto}`,
    `.card{position:absolute;left:0;top:0;padding:${margin}}.flows{position:static}.page:has(.flows){height:auto;break-inside:auto}`,
    `.card>div+div{margin-top:${groupGap}em}.larger{font-size:${largeFactor}em}`,
    'p span{display:inline-block}p{margin:0;overflow-wrap:anywhere;text-wrap:balance;text-align:left}[dir=rtl] p{text-align:right}.strong{font-weight:700}',
    `.scan{float:inline-end;width:${pictureMm.scan - 2}mm;height:${pictureMm.scan - 2}mm;margin-inline-start:2mm}.scan svg{display:block;width:100%;height:100%}`,
    `.logo{display:block;height:${pictureMm.logo - 1.5}mm;max-width:60%;object-fit:contain;object-position:left;margin-bottom:1.5mm}[dir=rtl] .logo{object-position:right}`,
  ].join('')
}

/** The document that prints blocks on one paper, cell by cell, with their backs on every second page; null when there are none. */
export function cardDocument(fronts: readonly CardBlock[], sheet: Sheet, backs: readonly CardBlock[] = []): PrintJob | null {
  const { stock, nudge, flip } = sheet
  const [first] = fronts
  if (first === undefined) return null
  const page = (blocks: readonly CardBlock[], cells: readonly number[], from: number, box: (cell: number) => Box): string =>
    `<section class="page">${cells.map((cell, at) => { const block = blocks[from + at]; return block === undefined ? '' : cardHtml(block, stock, box(cell)) }).join('')}</section>`
  const body = pagesFor(stock, fronts.length, sheet.startCell).map(({ from, cells }) => [
    page(fronts, cells, from, cell => cellBox(stock, cell, nudge)),
    ...(flip === 'none' || backs.length === 0 ? [] : [page(backs, cells, from, cell => backBox(stock, cell, flip, nudge))]),
  ].join('')).join('')
  return {
    html: documentHtml(paperText.cardTitle, first.language, 'ltr', style(sheet), body),
    widthMicrons: stock.page.width, heightMicrons: stock.page.height,
    fileName: fronts.length === 1 ? paperText.cardFile : paperText.cardsFile,
  }
}
