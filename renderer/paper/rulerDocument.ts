import type { PrintJob } from '../../shared/contract/wire.ts'
import { cellBox, cellsOf, type Nudge, type Stock } from '../../shared/domain/paper/stock.ts'
import { paperText } from '../../shared/text/en/paper.ts'
import { documentHtml, escapeHtml, mm, paperFont } from './html.ts'

const hair = 'stroke="#000" stroke-width="0.1"'

/** A ruler along an edge: a mark each millimetre, a longer one each five, figures each ten. */
function ruler(length: number, along: 'x' | 'y'): string {
  const marks = Array.from({ length: Math.floor(length) + 1 }, (_, at) => {
    const long = at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2
    return along === 'x' ? `<path d="M${at} 0V${long}" ${hair}/>` : `<path d="M0 ${at}H${long}" ${hair}/>`
  })
  const figures = Array.from({ length: Math.floor(length / 10) }, (_, at) => (at + 1) * 10)
    .map(at => (along === 'x' ? `<text x="${at}" y="8" text-anchor="middle">${at}</text>` : `<text x="6" y="${at + 1}">${at}</text>`))
  return [...marks, ...figures].join('')
}

/** A page that shows where a paper's cards are expected, with rulers in millimetres along two of its edges. */
export function rulerDocument(stock: Stock, nudge: Nudge): PrintJob {
  const [width, height] = [stock.page.width / 1000, stock.page.height / 1000]
  const boxes = Array.from({ length: cellsOf(stock) }, (_, cell) => cellBox(stock, cell, nudge))
    .map(box => `<rect x="${box.left / 1000}" y="${box.top / 1000}" width="${box.width / 1000}" height="${box.height / 1000}" fill="none" ${hair}/>`)
  const style = `@page{size:${mm(stock.page.width)} ${mm(stock.page.height)};margin:0}html,body{margin:0;background:#fff}svg{display:block}text{font:3px ${paperFont}}`
  const words = `<text x="${width / 2}" y="${height / 2}" text-anchor="middle">${escapeHtml(paperText.rulerWords(stock.name))}</text>`
  return {
    html: documentHtml(paperText.rulerTitle, 'en', 'ltr', style,
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">${boxes.join('')}${ruler(width, 'x')}${ruler(height, 'y')}${words}</svg>`),
    widthMicrons: stock.page.width, heightMicrons: stock.page.height, fileName: paperText.rulerFile,
  }
}
