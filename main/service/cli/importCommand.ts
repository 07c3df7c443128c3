import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type ImportReport, rowOutcomes } from '../../../shared/domain/importReport.ts'
import { outcomeCounts } from '../../../shared/text/en/exchange.ts'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import type { WrittenMapping } from '../../../shared/contract/exchange.ts'
import { applyMapping, mappingHelp, readMapping } from './csvMapping.ts'
import { ask, withDesk } from './openDesk.ts'
import { CommandEnd, ended, practiceOptions, practiceOptionsHelp, readOptions } from './options.ts'

const usage = `injection-desk import --data DIR --csv FILE [--mapping FILE.json] [--dry-run] [options]

Imports patients and visits from another program's CSV export, all of it or nothing, and says what of it was not
understood. Importing the same export again finds the same patients and visits.

  --csv FILE              the export
  --mapping FILE          how to read it (below)
  --date-order ORDER      day-first, month-first or year-first, where the file does not show it
  --location NAME         where its visits are, in a practice with several locations
  --zone ZONE             the time zone of its times, if not the location's own and not in the file
  --source NAME           what the other program is called here (default: "other program")
  --dry-run               say what would be imported, save nothing
${practiceOptionsHelp}
${mappingHelp}
With --json: { "encoding", "delimiter", "columns", "examples", "mapping", "questions", "rows": [{ "line", "outcomes", "patient", "visit",
"messages" }], "counts": { "patient-new", … }, "notUnderstood", "saved" }. "line" is 1 for the first line of the file.
"outcomes": ${rowOutcomes.slice(0, 5).join(', ')},
${rowOutcomes.slice(5).join(', ')}.
`

const options = {
  ...practiceOptions, csv: { type: 'string' }, mapping: { type: 'string' }, 'date-order': { type: 'string' }, location: { type: 'string' }, zone: { type: 'string' },
  source: { type: 'string' }, 'dry-run': { type: 'boolean', default: false },
} as const

type Asked = ReturnType<typeof readOptions<typeof options>>

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new CommandEnd(commandLineText.cannotRead(file))
  }
}

function saidIn(asked: Asked): WrittenMapping {
  const file = asked.mapping
  const order = asked['date-order']
  if (order !== undefined && order !== 'day-first' && order !== 'month-first' && order !== 'year-first') throw new CommandEnd(commandLineText.badOrder, 2)
  return {
    ...(file === undefined ? {} : readMapping(bytesOf(file).toString('utf8').replace(/^\uFEFF/, ''), file)),
    ...(order === undefined ? {} : { dateOrder: order }), ...(asked.location === undefined ? {} : { location: asked.location }),
    ...(asked.zone === undefined ? {} : { zone: asked.zone }), ...(asked.source === undefined ? {} : { source: asked.source }),
  }
}

/** A report as sentences: what became of it, what was not understood, and each line that wants a look. */
export function reportLines(report: ImportReport): readonly string[] {
  const { counts } = report
  const quiet: readonly string[] = ['patient-new', 'visit-new']
  return [
    commandLineText.made(counts['patient-new'] + counts['patient-possible-duplicate'], counts['visit-new'], report.saved),
    ...report.questions.map(question => commandLineText.answer[question]),
    ...rowOutcomes.filter(outcome => counts[outcome] > 0 && !quiet.includes(outcome)).map(outcome => `  ${outcomeCounts[outcome](counts[outcome])}`),
    ...(report.notUnderstood.length === 0 ? [] : [commandLineText.notUnderstood, ...report.notUnderstood.map(sentence => `  ${sentence}`)]),
    ...(report.rows.some(row => row.messages.length > 0) ? [commandLineText.lines] : []),
    ...report.rows.filter(row => row.messages.length > 0).map(row => `  ${commandLineText.line(row.line, row.messages.join(' '))}`),
  ]
}

/** `injection-desk import`; answers with the exit code. */
export const run = (args: readonly string[]): Promise<number> => ended('import', async () => {
  const asked = readOptions(args, options)
  if (asked.help) {
    process.stdout.write(usage)
    return 0
  }
  if (asked.csv === undefined) throw new CommandEnd(commandLineText.noCsv, 2)
  const said = saidIn(asked)
  const bytes = bytesOf(asked.csv)
  if (bytes.length > 32 * 2 ** 20) throw new CommandEnd(commandLineText.tooLarge)
  const file = { fileName: basename(asked.csv).slice(0, 200), bytes: bytes.toString('base64') }
  const report = await withDesk(asked, async client => {
    const first = await ask(client.exchange.previewCsv({ file, mapping: null }))
    const [{ locations }, serviceTypes, staff] = [await ask(client.practice.read({})), await ask(client.serviceType.list({})), await ask(client.staff.read({}))]
    const mapping = applyMapping(first.mapping, first.columns, said, { locations, serviceTypes, practitioners: staff.practitioners })
    const preview = await ask(client.exchange.previewCsv({ file, mapping }))
    if (asked['dry-run']) return preview
    const [question] = preview.questions
    if (question !== undefined) throw new CommandEnd(commandLineText.answer[question])
    return ask(client.exchange.importCsv({ file, mapping }))
  })
  process.stdout.write(asked.json ? `${JSON.stringify(report)}\n` : `${reportLines(report).join('\n')}\n`)
  return 0
})
