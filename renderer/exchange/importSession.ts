import { create } from 'zustand'
import type { ImportMapping, ImportReport } from '../../shared/domain/importReport.ts'
import type { AccountId } from '../../shared/domain/ids.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { type Desk, useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { base64Of } from './base64Of.ts'

type OpenFile = { readonly fileName: string; readonly bytes: string }
type State = {
  /** Whose import this is: somebody else who sits down begins with nothing. */
  readonly owner: AccountId | null
  readonly file: OpenFile | null
  readonly report: ImportReport | null
  readonly problem: Problem | null
  /** What is wrong with the file before the service has seen it. */
  readonly fault: string | null
  readonly busy: 'reading' | 'importing' | null
}

const nothing: State = { owner: null, file: null, report: null, problem: null, fault: null, busy: null }
const largest = 32 * 2 ** 20

/** An import under way; it waits here while the person answers the telephone on another screen. */
const useSession = create<State>(() => nothing)
const set = useSession.setState

/** Counts what was asked, so that an answer to an older question is dropped. */
let asked = 0

async function preview(client: Desk['client'], file: OpenFile, mapping: ImportMapping | null): Promise<void> {
  const mine = asked += 1
  set({ busy: 'reading', problem: null })
  const answer = await client.exchange.previewCsv({ file, mapping })
  if (mine !== asked) return
  // A mapping that is refused leaves the last preview on the screen; a file that is refused leaves nothing.
  set({ busy: null, ...(answer.ok ? { report: answer.value } : { problem: answer.problem, ...(mapping === null ? { file: null, report: null } : {}) }) })
}

async function open(client: Desk['client'], owner: AccountId, chosen: File): Promise<void> {
  asked += 1
  set({ ...nothing, owner, busy: 'reading' })
  if (chosen.size > largest) {
    set({ busy: null, fault: exchangeText.tooLarge })
    return
  }
  const bytes = await base64Of(chosen)
  if (bytes === null) {
    set({ busy: null, fault: exchangeText.unreadable })
    return
  }
  const file = { fileName: chosen.name.slice(0, 200), bytes }
  set({ file })
  await preview(client, file, null)
}

async function save(client: Desk['client'], file: OpenFile, mapping: ImportMapping): Promise<void> {
  asked += 1
  set({ busy: 'importing', problem: null })
  screen.run({ id: 'import', label: exchangeText.savedLabel, share: null })
  const answer = await client.exchange.importCsv({ file, mapping })
  screen.finish('import')
  set({ busy: null, ...(answer.ok ? { report: answer.value } : { problem: answer.problem }) })
  if (answer.ok) {
    const { counts } = answer.value
    screen.say(exchangeText.saved(counts['patient-new'] + counts['patient-possible-duplicate'], counts['visit-new']))
  }
}

/** The import under way, and everything that can be done with it. */
export function useImportSession() {
  const { client, account } = useDesk()
  const state = useSession()
  const { owner, file, report, ...rest } = state.owner === account.id ? state : nothing
  return {
    ...rest, owner, file, report,
    open: (chosen: File) => void open(client, account.id, chosen),
    remap: (changes: Partial<ImportMapping>) => {
      if (file !== null && report !== null) void preview(client, file, { ...report.mapping, ...changes })
    },
    save: () => {
      if (file !== null && report !== null) void save(client, file, report.mapping)
    },
    close: () => {
      asked += 1
      set(nothing)
    },
  }
}
export type ImportSession = ReturnType<typeof useImportSession>
