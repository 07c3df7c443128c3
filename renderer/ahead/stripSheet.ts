import type { PrintJob } from '../../shared/contract/wire.ts'
import type { ServiceTypeId } from '../../shared/domain/ids.ts'
import { type PageName, pages } from '../../shared/domain/paper/stocks.ts'
import type { StripCell } from '../../shared/domain/strip.ts'
import { dayOfMonth } from '../../shared/domain/time/plainDate.ts'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { dateWords, dayWords } from '../../shared/text/en/dates.ts'
import { documentHtml, escapeHtml, mm, paperFont } from '../paper/html.ts'
import { daysInBlock, inBlocks, servicesOf } from './blocks.ts'
import { type AheadNames, serviceSentence, serviceSign } from './serviceSentence.ts'

const style = (page: PageName, fonts: string): string => [
  fonts,
  `@page{size:${mm(pages[page].height)} ${mm(pages[page].width)};margin:10mm}`,
  `body{margin:0;background:#fff;color:#000;font:8pt/1.3 ${paperFont};font-variant-numeric:tabular-nums}`,
  'h1{font-size:12pt;margin:0 0 1mm}h2{font-size:9pt;margin:3mm 0 1mm}p{margin:0 0 2mm}',
  'table{border-collapse:collapse;width:100%;table-layout:fixed;break-inside:avoid;margin-bottom:4mm}',
  'th,td{border:.1mm solid #999;padding:0;text-align:center;font-size:5pt;line-height:4.6mm;overflow:hidden;white-space:nowrap;font-weight:400}',
  'th:first-child{width:34mm;text-align:left;font-size:7pt;line-height:1.2;padding-right:1mm;white-space:normal;overflow-wrap:anywhere}thead th{text-align:left;line-height:3.2mm}',
  '.monday{border-left:.4mm solid #000}.closed{background:#e6e6e6}.fragile{background:#fbf0cf}.gap,.flagged{background:#f7d9d6}.flagged{font-weight:700}',
  'td{print-color-adjust:exact;-webkit-print-color-adjust:exact}',
  'dl{margin:0;columns:2;column-gap:8mm}dt{font-weight:700;break-after:avoid}dd{margin:0 0 1.5mm;break-inside:avoid}',
].join('')

const monday = (n: number): string => (n % 7 === 0 ? ' monday' : '')

function blockTable(block: readonly StripCell[], ids: readonly ServiceTypeId[], names: AheadNames): string {
  const weeks = block.filter((_, n) => n % 7 === 0)
  const head = `<tr><th>${escapeHtml(aheadText.serviceColumn)}</th>${weeks.map(day => `<th class="monday" colspan="7">${escapeHtml(dateWords(day.date))}</th>`).join('')}</tr>`
  const dates = `<tr><th></th>${block.map((day, n) => `<th class="${monday(n)}" style="text-align:center">${dayOfMonth(day.date)}</th>`).join('')}</tr>`
  const rows = ids.map((id) => {
    const cells = block.map((day, n) => {
      const cell = day.services.find(one => one.serviceTypeId === id)
      return cell === undefined ? `<td class="${monday(n)}"></td>` : `<td class="${cell.state}${monday(n)}">${escapeHtml(serviceSign(cell))}</td>`
    })
    return `<tr><th>${escapeHtml(names.service(id))}</th>${cells.join('')}</tr>`
  })
  return `<table><thead>${head}${dates}</thead><tbody>${rows.join('')}</tbody></table>`
}

/** What is to be said of the days, each sentence once with all the days of which it is true. */
function said(days: readonly StripCell[], ids: readonly ServiceTypeId[], names: AheadNames): string {
  const daysOf = new Map<string, string[]>()
  for (const id of ids) {
    for (const day of days) {
      const cell = day.services.find(one => one.serviceTypeId === id)
      if (cell === undefined || cell.state === 'safe' || cell.state === 'closed') continue
      const sentence = serviceSentence(cell, names)
      daysOf.set(sentence, [...(daysOf.get(sentence) ?? []), dayWords(day.date)])
    }
  }
  return `<dl>${[...daysOf].map(([sentence, when]) => `<dt><bdi>${escapeHtml(sentence)}</bdi></dt><dd>${escapeHtml(when.join(', '))}</dd>`).join('')}</dl>`
}

/** The strip on paper: a line a service and thirteen weeks to a table, and below it in words what each mark stands for. */
export function stripSheet(days: readonly StripCell[], place: string, names: AheadNames, page: PageName, fonts: string): PrintJob {
  const ids = servicesOf(days, names)
  const title = aheadText.sheetTitle(place, days.length / 7)
  const body = [
    `<h1><bdi>${escapeHtml(title)}</bdi></h1><p>${escapeHtml(aheadText.sheetHint)}</p>`,
    ...inBlocks(days, daysInBlock).map(block => blockTable(block, ids, names)),
    `<h2>${escapeHtml(aheadText.sheetWords)}</h2>${said(days, ids, names)}`,
  ].join('')
  return {
    html: documentHtml(title, 'en', 'ltr', style(page, fonts), body),
    widthMicrons: pages[page].height, heightMicrons: pages[page].width, fileName: aheadText.sheetFile,
  }
}
