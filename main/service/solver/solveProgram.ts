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

/** Starting a thread and reading the solver into it takes longer than most programs: one waits for the next. */
let waiting: Worker | null = null

function threadTaken(): Worker {
  const thread = waiting ?? new Worker(worker, { execArgv: [], stdout: true, stderr: true })
  waiting = null
  thread.ref()
  return thread
}

/** Kept for the next program, without keeping the process alive; a second one is not needed. */
function threadGiven(thread: Worker): void {
  if (waiting !== null) return void thread.terminate()
  waiting = thread
  thread.unref()
  for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
  thread.once('exit', () => { if (waiting === thread) waiting = null })
  // A thread that dies while nobody uses it concerns nobody.
  thread.once('error', () => { if (waiting === thread) waiting = null })
}

/** Solves a program with HiGHS in a thread of its own, which is ended when it takes longer than `seconds` and a little. */
export async function solveProgram(program: Program, { seconds }: { readonly seconds: number }): Promise<Solution> {
  // LP text knows no program without variables: its only answer is to do nothing.
  if (program.variables.length === 0) return { status: 'optimal', values: nothing }
  const task: SolverTask = { text: programText(program), seconds }
  const thread = threadTaken()
  let patience: NodeJS.Timeout | undefined
  let answered = false
  try {
    return await new Promise<Solution>((resolve, reject) => {
      patience = setTimeout(() => resolve({ status: 'gave-up', values: nothing }), (seconds + graceSeconds) * 1000)
      thread.once('message', (answer: SolverAnswer) => {
        answered = true
        resolve(solutionOf(program, answer))
      })
      thread.once('error', reject)
      thread.once('exit', () => resolve({ status: 'gave-up', values: nothing }))
      thread.postMessage(task)
    })
  } finally {
    clearTimeout(patience)
    if (answered) threadGiven(thread)
    else await thread.terminate()
  }
}
