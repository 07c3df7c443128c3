import { parentPort } from 'node:worker_threads'
import { runHighs } from './runHighs.ts'
import { isSolverTask } from './solverTask.ts'

// The entry of a thread of its own: HiGHS computes without pause, and the service must go on answering meanwhile.
parentPort?.on('message', (task: unknown) => {
  if (!isSolverTask(task)) throw new Error('the solver was asked something that is no program')
  void runHighs(task).then(answer => parentPort?.postMessage(answer))
})
