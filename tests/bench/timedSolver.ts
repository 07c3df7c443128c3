import { solveProgram } from '../../main/service/solver/solveProgram.ts'
import type { Solve } from '../../shared/domain/program.ts'

/** The product's own solver, and the milliseconds that it alone has taken since it was made. */
export function timedSolver(): { readonly solve: Solve; readonly taken: () => number } {
  let taken = 0
  return {
    taken: () => taken,
    solve: async (program, limit) => {
      const start = performance.now()
      const solution = await solveProgram(program, limit)
      taken += performance.now() - start
      return solution
    },
  }
}
