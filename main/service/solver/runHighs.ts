import highs from 'highs'
import type { SolverAnswer, SolverTask } from './solverTask.ts'

type Found = { readonly Status: string; readonly Columns: Readonly<Record<string, { readonly Primal?: number }>> }
type Highs = { readonly solve: (text: string, options: Readonly<Record<string, string | number | boolean>>) => Found }

// The package's types describe its CommonJS build, Node loads its module build, whose default export is the loader itself.
const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function'

let loading: Promise<Highs> | null = null

function loaded(): Promise<Highs> {
  const loader: unknown = highs
  if (!isLoader(loader)) throw new Error('highs has another shape than it had')
  loading ??= loader()
  return loading
}

/** Solves LP text with HiGHS on the thread it is called on, which does nothing else until it has ended. */
export async function runHighs({ text, seconds }: SolverTask): Promise<SolverAnswer> {
  const solver = await loaded()
  // No gap is allowed between what is found and what is proven: "fewest" is promised, not "nearly fewest".
  const { Status, Columns } = solver.solve(text, { time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 1e-6, output_flag: false })
  return { status: Status, values: Object.entries(Columns).flatMap(([name, { Primal }]) => Primal === undefined ? [] : [[name, Primal]]) }
}
