import { type ImportReport, rowOutcomes } from '../../../shared/domain/importReport.ts'
import { outcomeCounts } from '../../../shared/text/en/exchange.ts'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { type WrittenMapping, writtenMapping } from '../../../shared/contract/exchange.ts'
import { applyMapping, mappingHelp } from './csvMapping.ts'
import { importStaff, staffHelp, staffMappingHelp } from './importStaff.ts'
import { ask, withDesk } from './openDesk.ts'
import { CommandEnd, ended, practiceOptions, practiceOptionsHelp, readOptions } from './options.ts'
import { importedFile, readMapping } from './importedFile.ts'

const usage = `injection-desk import --data DIR --csv FILE [--mapping FILE.json] [--dry-run] [options]
injection-desk import --data DIR --staff FILE [--mapping FILE.json] [--dry-run] [options]

The first imports patients and visits from another program's CSV export, all of it or nothing, and says what of it was not
understood. Importing the same export again finds the same patients and visits.

${staffHelp}
  --csv FILE              the export
  --staff FILE            the staff list: a CSV table, HL7 v2 MFN^M02 or FHIR R4 JSON
  --mapping FILE          how to read it (below)
  --date-order ORDER      day-first, month-first or year-first, where the file does not show it
  --location NAME         where its visits are, in a practice with several locations
  --zone ZONE             the time zone of its times, if not the location's own and not in the file
  --source NAME           what the other program is called here (default: "other program")
  --dry-run               say what would be imported, save nothing
${practiceOptionsHelp}
${mappingHelp}${staffMappingHelp}
With --json: { "encoding", "delimiter", "columns", "examples", "mapping", "questions", "rows": [{ "line", "outcomes", "patient", "visit",
"messages" }], "counts": { "patient-new", … }, "notUnderstood", "saved" }. "line" is 1 for the first line of the file.
"outcomes": ${rowOutcomes.slice(0, 5).join(', ')},
${rowOutcomes.slice(5).join(', ')}.
`

const options = {
  ...practiceOptions, csv: { type: 'string' }, staff: { type: 'string' }, mapping: { type: 'string' }, 'date-order': { type: 'string' }, location: { type: 'string' }, zone: { type: 'string' },
  source: { type: 'string' }, 'dry-run': { type: 'boolean', default: false },
} as const

type Asked = ReturnType<typeof readOptions<typeof options>>

function orderIn(asked: Asked): WrittenMapping['dateOrder'] {
  const order = asked['date-order']
  if (order !== undefined && order !== 'day-first' && order !== 'month-first' && order !== 'year-first') throw new CommandEnd(commandLineText.badOrder, 2)
  return order
}

function saidIn(asked: Asked, order: WrittenMapping['dateOrder']): WrittenMapping {
  const file = asked.mapping
  return {
    ...(file === undefined ? {} : readMapping(file, writtenMapping)),
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
  if ((asked.csv === undefined) === (asked.staff === undefined)) throw new CommandEnd(commandLineText.noCsv, 2)
  const order = orderIn(asked)
  if (asked.staff !== undefined) {
    process.stdout.write(await importStaff({ ...asked, staff: asked.staff }, order))
    return 0
  }
  const said = saidIn(asked, order)
  const file = importedFile(asked.csv ?? '')
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
