import { solveProgram } from '../../main/service/solver/solveProgram.ts'
import type { Solve } from '../../shared/domain/program.ts'
import { suggestRota } from '../../shared/domain/rota/suggest.ts'
import { wardMonth } from '../support/inrc2Ward.ts'
import { printFigures } from './measure.ts'

// The peer is HiGHS alone on the same programs: what we add is building them, reading the answer, and checking it with the engine.
let solving = 0
const timed: Solve = async (program, limit) => {
  const start = performance.now()
  const solution = await solveProgram(program, limit)
  solving += performance.now() - start
  return solution
}
const month = wardMonth('n100w4', ['1', '1', '0', '8'])
const start = performance.now()
const { shifts, after, proof } = await suggestRota(month, timed, 60)
const all = performance.now() - start
console.log(`n100w4: ${shifts.length} new shifts of ${month.asked} asked for, ${after.length} minimums unmet, ${proof}`)
printFigures('Suggest a rota: 100 people, four weeks, each week proven best', [
  { name: 'whole month, against the solver’s own time', ours: all / 1000, peer: solving / 1000, unit: 's', aim: '1.3x' },
])
