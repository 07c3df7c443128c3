import type { ImportMapping, ImportReport } from '../../../shared/domain/importReport.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { questionSentence } from '../../../shared/text/en/exchange.ts'
import { csvTable, type CsvTable } from '../exchange/csvTable.ts'
import { csvText } from '../exchange/csvText.ts'
import { guessMapping } from '../exchange/guessMapping.ts'
import { looksLikeHeadings } from '../exchange/headings.ts'
import { importTable, openPoints } from '../exchange/importTable.ts'
import type { Ending, WriteTx } from '../store/store.ts'
import { staffListHandlers } from './staffList.ts'
import { decline, missing } from './told.ts'
import { type Handlers, type RequestContext, saved } from './types.ts'

type Read = { readonly table: CsvTable; readonly encoding: string }

function readFile(base64: string): Result<Read, Problem> {
  const text = csvText(Buffer.from(base64, 'base64'))
  if (!text.ok) return err({ code: 'file-unreadable', why: text.problem })
  const table = csvTable(text.value.text, looksLikeHeadings)
  return table.ok ? ok({ table: table.value, encoding: text.value.encoding }) : err({ code: 'file-unreadable', why: table.problem })
}

const examplesOf = ({ headings, rows }: CsvTable): readonly string[] =>
  headings.map((_, column) => rows.find(row => (row.cells[column] ?? '').trim() !== '')?.cells[column]?.slice(0, 200) ?? '')

/** The same way for both: what a preview shows is what an import does, up to the end of the transaction. */
async function enter(tx: WriteTx, { table, encoding }: Read, said: Partial<ImportMapping>, context: RequestContext): Promise<Result<ImportReport & { readonly made: readonly string[] }, Problem>> {
  const locations = await tx.locations.all()
  const { mapping, questions, proof } = guessMapping(table, said, { locations, serviceTypes: await tx.serviceTypes.all(), practitioners: await tx.practitioners.all() })
  if (mapping.locationId !== null && !locations.some(location => location.id === mapping.locationId)) return err(missing('location'))
  const imported = await importTable({ tx, table, mapping, now: context.now, newId: context.newId })
  return ok({
    encoding, delimiter: table.delimiter, columns: table.headings, examples: examplesOf(table), mapping, questions, rows: imported.rows, counts: imported.counts,
    notUnderstood: openPoints(table, mapping, encoding, proof, imported.words), saved: false,
    made: [...imported.serviceTypeIds, ...imported.patientIds, ...imported.appointmentIds],
  })
}

const undone = <T>(value: Result<T, Problem>): Ending<Result<T, Problem>> => ({ keep: false, value })

/** Files of other programs, read into patients and visits, and into the staff register. */
export const exchangeHandlers: Handlers['exchange'] = {
  ...staffListHandlers,

  previewCsv: ({ file, mapping }, context) => {
    const read = readFile(file.bytes)
    if (!read.ok) return Promise.resolve(read)
    return context.store.write([], async tx => {
      const report = await enter(tx, read.value, mapping ?? {}, context)
      if (!report.ok) return undone(report)
      const { made: _, ...rest } = report.value
      return undone(ok(rest))
    })
  },

  importCsv: ({ file, mapping }, context) => {
    const read = readFile(file.bytes)
    if (!read.ok) return Promise.resolve(read)
    return context.store.write<Result<ImportReport, Problem>>(['patients', 'appointments', 'staff'], async tx => {
      const report = await enter(tx, read.value, mapping, context)
      if (!report.ok) return undone(report)
      const { made, ...rest } = report.value
      if (rest.questions.length > 0) {
        const paths = { 'date-order': 'mapping.dateOrder', location: 'mapping.locationId' } as const
        return decline({ code: 'invalid', issues: rest.questions.map(question => ({ path: paths[question], message: questionSentence[question] })) })
      }
      // Counts and ids only: the file's name may be somebody's.
      await context.audit(tx, { action: 'exchange.importCsv', entity: 'import', entityId: context.newId(), after: { source: rest.mapping.source, counts: rest.counts, ids: made } })
      return saved({ ...rest, saved: true })
    })
  },
}
