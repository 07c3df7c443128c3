import type { AppointmentCard, CardTemplate } from '../../shared/domain/card.ts'
import type { PrintJob } from '../../shared/contract/wire.ts'
import { cardText } from '../../shared/text/en/cards.ts'
import { cardLines, type CardLine } from './cardLines.ts'
import { cardStocks, groupGap, lineHeightFor } from './cardStock.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that a person typed, made harmless: markup is shown as it was typed, and invisible control characters are left out. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufff9-\uffff]/g, '')
    .replace(/[&<>"']/g, sign => entities[sign] ?? '')

const mm = (microns: number): string => `${microns / 1000}mm`

/** `dir=auto` and isolation: a name in Arabic or Hebrew is set right to left without turning its neighbours round. */
const lineHtml = (line: CardLine): string => `<p dir="auto"${line.strong ? ' class="strong"' : ''}>${escapeHtml(line.text)}</p>`

const cardHtml = (card: AppointmentCard, template: CardTemplate): string =>
  `<article class="card" style="line-height:${lineHeightFor(card, template)}">${cardLines(card)
    .map(group => `<div>${group.map(lineHtml).join('')}</div>`)
    .join('')}</article>`

function style(template: CardTemplate): string {
  const stock = cardStocks[template]
  const [width, height, margin] = [mm(stock.widthMicrons), mm(stock.heightMicrons), `${stock.marginMm}mm`]
  return [
    `@page{size:${width} ${height};margin:${margin}}`,
    '*{box-sizing:border-box}',
    `html,body{margin:0;padding:0;background:#fff;color:#000;font:${stock.pointSize}pt system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;font-variant-numeric:tabular-nums}`,
    '.card{break-after:page;break-inside:auto}.card:last-child{break-after:auto}',
    `.card>div+div{margin-top:${groupGap}em}`,
    'p{margin:0;overflow-wrap:anywhere;text-wrap:balance;unicode-bidi:isolate;text-align:left}.strong{font-weight:600}',
    `@media screen{html{overflow-x:hidden}.card{width:${width};min-height:${height};padding:${margin};border-bottom:1px dashed #bbb}.card:last-child{border:0}}`,
  ].join('')
}

/**
 * The document that prints cards on one stock, one page a card; null when nobody among them wants a printed card.
 * It holds no script and no outside reference, and its file name names nobody.
 */
export function cardDocument(cards: readonly AppointmentCard[], template: CardTemplate): PrintJob | null {
  const wanted = cards.filter(card => !card.doNotPrint)
  if (wanted.length === 0) return null
  const stock = cardStocks[template]
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${cardText.documentTitle}</title><style>${style(template)}</style></head><body>${wanted
      .map(card => cardHtml(card, template))
      .join('')}</body></html>`,
    widthMicrons: stock.widthMicrons,
    heightMicrons: stock.heightMicrons,
    fileName: wanted.length === 1 ? cardText.fileName : cardText.manyFileName,
  }
}
