import type { PrintJob } from '../../shared/contract/wire.ts'
import { directionOf, type Language } from '../../shared/domain/language.ts'
import { type PageName, pages } from '../../shared/domain/paper/stocks.ts'
import { paperText } from '../../shared/text/en/paper.ts'
import { pointSizes } from './fit.ts'
import { documentHtml, escapeHtml, mm, paperFont } from './html.ts'

/** A table that begins on a page of its own. */
export type PaperTable = { readonly heading: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

const style = (page: PageName, points: number, fonts: string): string => [
  fonts,
  `@page{size:${mm(pages[page].width)} ${mm(pages[page].height)};margin:15mm}`,
  `html,body{margin:0;background:#fff;color:#000;font:${points}pt/1.35 ${paperFont};font-variant-numeric:tabular-nums;font-variant-ligatures:no-common-ligatures}`,
  'h1{font-size:1.35em;margin:0 0 .2em}h2{font-size:1.1em;margin:1.2em 0 .4em}p{margin:0 0 .6em;overflow-wrap:anywhere}',
  '.own{border:1pt solid #000;padding:.2em .6em;display:inline-block;font-weight:700}',
  'table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25em .5em .25em 0;border-bottom:.5pt solid #000;overflow-wrap:anywhere}th,.kept{white-space:nowrap}thead{display:table-header-group}tr{break-inside:avoid}',
  'section+section{break-before:page}li{margin:.4em 0}address{font-style:normal;margin:0 0 1em;break-inside:avoid}address p{margin:0}',
  // From 52 mm below the edge and 25 mm from the left one: seen in the windows of DIN 5008 form A and of US no. 10 envelopes, whichever way the letter itself is written.
  'header{min-height:37mm}header p{font-weight:700}header img{display:block;height:14mm;max-width:80mm;object-fit:contain;margin-bottom:2mm}',
  '.to{width:85mm;min-height:27mm;margin:0 auto 4mm 10mm;text-align:left}.to p{overflow-wrap:anywhere}',

].join('')

type Body = { readonly title: string; readonly language: Language; readonly points: number; readonly fonts: string; readonly body: string; readonly fileName: string }
const job = ({ title, language, points, fonts, body, fileName }: Body, page: PageName): PrintJob => ({
  html: documentHtml(title, language, directionOf(language), style(page, points, fonts), body),
  widthMicrons: pages[page].width, heightMicrons: pages[page].height, fileName,
})

/** A time, a state, a short name or a telephone number; a long one may be broken anywhere, or the table would outgrow its page. */
const isShort = (cell: string): boolean => cell.length <= 12 || (cell.length <= 18 && /^[+\d() .-]+$/.test(cell))

const tableHtml = ({ heading, columns, rows }: PaperTable, title: string): string => {
  const head = `<h1>${escapeHtml(title)}</h1><p class="own">${paperText.staffOnly}</p><h2><bdi>${escapeHtml(heading)}</bdi></h2>`
  if (rows.length === 0) return `<section>${head}<p>${paperText.noVisits}</p></section>`
  const cells = (row: readonly string[], tag: 'th' | 'td'): string => `<tr>${row.map(cell => `<${tag}${isShort(cell) ? ' class="kept"' : ''}><bdi>${escapeHtml(cell)}</bdi></${tag}>`).join('')}</tr>`
  return `<section>${head}<table><thead>${cells(columns, 'th')}</thead><tbody>${rows.map(row => cells(row, 'td')).join('')}</tbody></table></section>`
}

/** Lists for the staff, each table from the top of a page; marked on every one as not for patients. */
export const listDocument = (title: string, tables: readonly PaperTable[], page: PageName, fonts: string, fileName: string): PrintJob =>
  job({ title, language: 'en', points: pointSizes.normal, fonts, body: tables.map(table => tableHtml(table, title)).join(''), fileName }, page)

/** What a letter says, line by line. */
export type Letter = {
  readonly language: Language
  readonly largePrint: boolean
  readonly logo: string | null
  readonly sender: string
  readonly date: string
  readonly title: string
  readonly address: readonly string[]
  readonly before: readonly string[]
  readonly times: readonly string[]
  readonly places: readonly (readonly string[])[]
}

/** A letter to a patient in the patient's language: who writes, the day, a heading, what is said, and the times one below the other. */
export const letterDocument = (letter: Letter, page: PageName, fonts: string): PrintJob => {
  const shown = (texts: readonly string[]): readonly string[] => texts.filter(text => text.trim() !== '').map(escapeHtml)
  // What others wrote keeps its own direction; our own words run as the letter does.
  const foreign = (texts: readonly string[]): string => shown(texts).map(text => `<p><bdi>${text}</bdi></p>`).join('')
  const ours = (texts: readonly string[]): string => shown(texts).map(text => `<p>${text}</p>`).join('')
  const body = [
    `<header>${letter.logo === null ? '' : `<img alt="" src="${escapeHtml(letter.logo)}">`}${foreign([letter.sender])}</header>`,
    `<address class="to">${foreign(letter.address)}</address>${ours([letter.date])}<h1>${escapeHtml(letter.title)}</h1>${ours(letter.before)}`,
    `<ul>${letter.times.map(time => `<li><strong>${escapeHtml(time)}</strong></li>`).join('')}</ul>`,
    ...letter.places.map(lines => `<address>${foreign(lines)}</address>`),
  ].join('')
  const points = letter.largePrint ? pointSizes.large : pointSizes.letter
  return job({ title: paperText.letterTitle, language: letter.language, points, fonts, body, fileName: paperText.letterFile }, page)
}
