import { parentPort, workerData } from 'node:worker_threads'
import { runHighs } from './runHighs.ts'
import { isSolverTask } from './solverTask.ts'

// The entry of a thread of its own: HiGHS computes without pause, and the service must go on answering meanwhile.
const task: unknown = workerData
if (!isSolverTask(task)) throw new Error('the solver was started with something that is no program')
parentPort?.postMessage(await runHighs(task))
