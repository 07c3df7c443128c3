import { todayOf } from '../../../shared/domain/days.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { StaffMapping, StaffReport } from '../../../shared/domain/staffImport.ts'
import { questionSentence } from '../../../shared/text/en/exchange.ts'
import { enterStaff, guessStaffMapping } from '../exchange/staff/enterStaff.ts'
import { readStaffFile } from '../exchange/staff/readStaffFile.ts'
import type { WriteTx } from '../store/store.ts'
import { decline, missing } from './told.ts'
import { type Handlers, refuse, type RequestContext, saved } from './types.ts'

type Entered = StaffReport & { readonly made: readonly string[] }

/** The same way for both: what a preview shows is what an import does, up to the end of the transaction. */
async function enter(tx: WriteTx, bytes: string, said: Partial<StaffMapping>, { now, newId }: RequestContext): Promise<Result<Entered, Problem>> {
  const today = todayOf(await tx.locations.all(), now)
  const file = await readStaffFile(Buffer.from(bytes, 'base64'), said, today)
  if (!file.ok) return err({ code: 'file-unreadable', why: file.problem })
  const known = await tx.certificationTypes.all()
  const mapping = guessStaffMapping(file.value, said, known)
  const named = new Set<string>(known.map(type => type.id))
  if (mapping.types.some(({ to }) => to !== null && to !== 'new' && !named.has(to))) return err(missing('certification type'))
  const { format, encoding, columns, examples, questions, staff } = file.value
  return ok({ format, encoding, columns, examples, mapping, questions, ...await enterStaff({ tx, staff, mapping, today, newId }), saved: false })
}

/** Lists of staff and what they are certified for, read into the register: recorded, never verified. */
export const staffListHandlers: Pick<Handlers['exchange'], 'previewStaff' | 'importStaff'> = {
  previewStaff: ({ file, mapping }, context) => context.store.write<Result<StaffReport, Problem>>([], async tx => {
    const report = await enter(tx, file.bytes, mapping ?? {}, context)
    if (!report.ok) return refuse(report.problem)
    const { made: _, ...rest } = report.value
    return { keep: false, value: ok(rest) }
  }),

  importStaff: ({ file, mapping }, context) => context.store.write<Result<StaffReport, Problem>>(['staff'], async tx => {
    const report = await enter(tx, file.bytes, mapping, context)
    if (!report.ok) return refuse(report.problem)
    const { made, ...rest } = report.value
    if (rest.questions.length > 0) return decline({ code: 'invalid', issues: [{ path: 'mapping.dateOrder', message: questionSentence['date-order'] }] })
    // Counts and ids only: the file's name may be somebody's.
    await context.audit(tx, { action: 'exchange.importStaff', entity: 'import', entityId: context.newId(), after: { source: rest.mapping.source, format: rest.format, counts: rest.counts, ids: made } })
    return saved({ ...rest, saved: true })
  }),
}
