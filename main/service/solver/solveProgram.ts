import { Worker } from 'node:worker_threads'
import { type Program, programText, satisfies, type Solution } from '../../../shared/domain/program.ts'
import type { SolverAnswer, SolverTask } from './solverTask.ts'

/** For starting the thread and for reading the program, which HiGHS does not count into its limit. */
const graceSeconds = 5

// Once built, everything lies in one folder and has another ending; Electron's threads read from its archive like its other code.
const worker = new URL(import.meta.url.endsWith('.ts') ? './highsWorker.ts' : './highsWorker.js', import.meta.url)

const nothing: ReadonlyMap<string, number> = new Map()

/** What the solver's answer says of a program; values that break it count as none. */
export function solutionOf(program: Program, { status, values }: SolverAnswer): Solution {
  if (status === 'Infeasible') return { status: 'infeasible', values: nothing }
  const places = new Map(values)
  const found = new Map(program.variables.flatMap(({ name }, index) => {
    const value = places.get(`x${index}`)
    return value === undefined ? [] : [[name, value] as const]
  }))
  // Whatever the solver says of them, values that break the program are no solution.
  if (!satisfies(program, found)) return { status: 'gave-up', values: nothing }
  return { status: status === 'Optimal' ? 'optimal' : 'best-found', values: found }
}

/** Solves a program with HiGHS in a thread of its own, which is ended when it takes longer than `seconds` and a little. */
export async function solveProgram(program: Program, { seconds }: { readonly seconds: number }): Promise<Solution> {
  // LP text knows no program without variables: its only answer is to do nothing.
  if (program.variables.length === 0) return { status: 'optimal', values: nothing }
  const task: SolverTask = { text: programText(program), seconds }
  const thread = new Worker(worker, { workerData: task, execArgv: [], stdout: true, stderr: true })
  try {
    return await new Promise<Solution>((resolve, reject) => {
      const patience = setTimeout(() => resolve({ status: 'gave-up', values: nothing }), (seconds + graceSeconds) * 1000)
      thread.once('message', (answer: SolverAnswer) => resolve(solutionOf(program, answer)))
      thread.once('error', reject)
      thread.once('exit', () => {
        clearTimeout(patience)
        resolve({ status: 'gave-up', values: nothing })
      })
    })
  } finally {
    await thread.terminate()
  }
}
