import { type CardDesign, firstDesign } from '../../../../shared/domain/cardDesign.ts'
import { asId, type PrintJobId } from '../../../../shared/domain/ids.ts'
import { firstPrintSettings, type KeptPrintJob, type PrintRequest, type PrintSettings } from '../../../../shared/domain/paper/printing.ts'
import { err, ok, type Result } from '../../../../shared/domain/result.ts'
import { instant } from '../../../../shared/domain/time/instant.ts'
import type { Stale, WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { json } from './cells.ts'
import { type Mapping, readsOf, removesOf, repositoryOf, writesOf } from './versioned.ts'

type Settled = { readonly id: string; readonly version: number; readonly body: string }
const settingsMapping: Mapping<'paper_settings', Settled> = {
  table: 'paper_settings', noun: 'setting', unique: 'setting', staff: false, toRow: row => row, fromRow: row => row,
}

const printJobMapping: Mapping<'print_jobs', KeptPrintJob> = {
  table: 'print_jobs', noun: 'print job', unique: 'print job', staff: false,
  toRow: row => ({
    id: row.id, version: row.version, at: row.at, account_name: row.accountName, paper: row.request.paper, request: json(row.request), reason: row.reason,
  }),
  fromRow: row => ({
    id: asId<PrintJobId>(row.id), version: row.version, at: instant(row.at), accountName: row.account_name,
    request: JSON.parse(row.request) as PrintRequest, reason: row.reason,
  }),
}

/** What is settled about paper: nothing stored means that what the program brings holds. */
export function paperRepository(tx: Tx): WriteTx['paper'] {
  const { byId } = readsOf<'paper_settings', Settled, string>(tx, settingsMapping)
  const { insert, update } = writesOf(tx, settingsMapping)

  async function read<T extends { readonly version: number }>(id: string, first: T): Promise<T> {
    const row = await byId(id)
    return row === null ? first : { ...first, ...JSON.parse(row.body) as Partial<T>, version: row.version }
  }
  async function save<T extends { readonly version: number }>(id: string, settled: T): Promise<Result<T, Stale>> {
    const row = { id, version: settled.version, body: json(settled) }
    const done = settled.version === 0 ? await insert(row) : await update(row)
    if (done.ok) return ok({ ...settled, version: done.value.version })
    return err({ code: 'stale', yours: settled.version, current: (await byId(id))?.version ?? 0 })
  }
  return {
    design: () => read<CardDesign>('design', firstDesign),
    printing: () => read<PrintSettings>('printing', firstPrintSettings),
    saveDesign: design => save('design', design),
    savePrinting: settings => save('printing', settings),
  }
}

/** Jobs that no printer took, until they are printed or thrown away. */
export const printJobRepository = (tx: Tx): WriteTx['printJobs'] => ({
  ...repositoryOf<'print_jobs', KeptPrintJob, PrintJobId>(tx, printJobMapping), ...removesOf(tx, printJobMapping),
})
