import type { PrintJob } from '../../shared/contract/wire.ts'
import type { RegisterLine } from '../../shared/domain/register.ts'
import { firstDayOf } from '../../shared/domain/qualification.ts'
import type { PlainDate, ZoneId } from '../../shared/domain/time/values.ts'
import { dateWords, instantWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { competenceLimits, registerText, stateWords } from '../../shared/text/en/register.ts'
import { qualificationText } from '../../shared/text/en/staff.ts'
import { escapeHtml } from '../paper/html.ts'

const cell = (text: string, tag: 'td' | 'th' = 'td'): string => `<${tag} dir="auto">${escapeHtml(text)}</${tag}>`

function row({ name, type, qualification: held, state, entered }: RegisterLine, zone: ZoneId): string {
  const { verification } = held
  return `<tr>${[
    fullName(name),
    type?.name ?? '',
    [held.number, held.issuer, held.jurisdiction].filter(part => part !== '').join(', '),
    dateWords(firstDayOf(held)),
    held.expires === null ? '–' : dateWords(held.expires),
    stateWords[state],
    verification.state === 'verified'
      ? `${qualificationText.verified(verification.byName, instantWords(verification.at, zone), verification.method)}: ${verification.source}`
      : qualificationText.unverified,
    entered === null ? '–' : registerText.enteredLine(instantWords(entered.at, zone), entered.by),
    [competenceLimits(held.scope), held.restrictions].filter(part => part !== '').join('; '),
  ]
    .map(text => cell(text))
    .join('')}</tr>`
}

type Sheet = { readonly practice: string; readonly asOf: PlainDate; readonly knownWords: string; readonly zone: ZoneId }

/** The register as a document to print: A4 across, the heading on every page, no script and no outside reference. */
export function registerSheet({ practice, asOf, knownWords, zone }: Sheet, lines: readonly RegisterLine[]): PrintJob {
  const title = escapeHtml(registerText.sheetTitle(practice, dateWords(asOf)))
  const heads = [
    registerText.person, registerText.certification, registerText.number, registerText.from, registerText.through, registerText.state,
    registerText.verified, registerText.entered, registerText.limits,
  ]
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>@page{size:297mm 210mm;margin:12mm}body{margin:0;font:8.5pt system-ui,sans-serif;color:#000}h1{font-size:13pt;margin:0 0 2mm}table{border-collapse:collapse;width:100%}th,td{border:.2mm solid #888;padding:1mm 1.5mm;text-align:start;vertical-align:top;overflow-wrap:anywhere}thead{display:table-header-group}tr{break-inside:avoid}</style></head><body><h1>${title}</h1><p>${escapeHtml(knownWords)}</p><table><thead><tr>${heads.map(head => cell(head, 'th')).join('')}</tr></thead><tbody>${lines.map(line => row(line, zone)).join('')}</tbody></table></body></html>`,
    widthMicrons: 297_000,
    heightMicrons: 210_000,
    fileName: registerText.fileName(asOf),
  }
}
