import { create } from 'zustand'
import type { AccountId } from '../../shared/domain/ids.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Result } from '../../shared/domain/result.ts'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { type Desk, useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { base64Of } from './base64Of.ts'

type OpenFile = { readonly fileName: string; readonly bytes: string }
type State<Report> = {
  /** Whose import this is: somebody else who sits down begins with nothing. */
  readonly owner: AccountId | null
  readonly file: OpenFile | null
  readonly report: Report | null
  readonly problem: Problem | null
  /** What is wrong with the file before the service has seen it. */
  readonly fault: string | null
  readonly busy: 'reading' | 'importing' | null
}

/** How one kind of file is shown and saved, and what is said of it. */
type Kind<Mapping, Report extends { readonly mapping: Mapping }> = {
  readonly id: string
  readonly label: string
  readonly preview: (client: Desk['client'], asked: { readonly file: OpenFile; readonly mapping: Mapping | null }) => Promise<Result<Report, Problem>>
  readonly save: (client: Desk['client'], asked: { readonly file: OpenFile; readonly mapping: Mapping }) => Promise<Result<Report, Problem>>
  readonly savedWords: (report: Report) => string
}

export type FileSession<Mapping, Report> = Omit<State<Report>, 'owner'> & {
  readonly open: (chosen: File) => void
  readonly remap: (changes: Partial<Mapping>) => void
  readonly save: () => void
  readonly close: () => void
}

const largest = 32 * 2 ** 20

/** An import under way of one kind of file; it waits here while the person answers the telephone on another screen. */
export function fileSession<Mapping, Report extends { readonly mapping: Mapping }>(kind: Kind<Mapping, Report>): () => FileSession<Mapping, Report> {
  const nothing: State<Report> = { owner: null, file: null, report: null, problem: null, fault: null, busy: null }
  const useSession = create<State<Report>>(() => nothing)
  const set = useSession.setState
  // Counts what was asked, so that an answer to an older question is dropped.
  let asked = 0

  async function preview(client: Desk['client'], file: OpenFile, mapping: Mapping | null): Promise<void> {
    const mine = asked += 1
    set({ busy: 'reading', problem: null })
    const answer = await kind.preview(client, { file, mapping })
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

  async function save(client: Desk['client'], file: OpenFile, mapping: Mapping): Promise<void> {
    asked += 1
    set({ busy: 'importing', problem: null })
    screen.run({ id: kind.id, label: kind.label, share: null })
    const answer = await kind.save(client, { file, mapping })
    screen.finish(kind.id)
    set({ busy: null, ...(answer.ok ? { report: answer.value } : { problem: answer.problem }) })
    if (answer.ok) screen.say(kind.savedWords(answer.value))
  }

  return () => {
    const { client, account } = useDesk()
    const state = useSession()
    const { owner: _, file, report, ...rest } = state.owner === account.id ? state : nothing
    return {
      ...rest, file, report,
      open: chosen => void open(client, account.id, chosen),
      remap: changes => {
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
}
