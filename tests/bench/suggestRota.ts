import { suggestRota } from '../../shared/domain/rota/suggest.ts'
import { wardMonth } from '../support/inrc2Ward.ts'
import { printFigures } from './measure.ts'
import { timedSolver } from './timedSolver.ts'

// The peer is HiGHS alone on the same programs: what we add is building them, reading the answer, and checking it with the engine.
const solver = timedSolver()
const month = wardMonth('n100w4', ['1', '1', '0', '8'])
const start = performance.now()
const { shifts, after, proof } = await suggestRota(month, solver.solve, 60)
const all = performance.now() - start
console.log(`n100w4: ${shifts.length} new shifts of ${month.asked} asked for, ${after.length} minimums unmet, ${proof}`)
printFigures('Suggest a rota: 100 people, four weeks, each week proven best', [
  { name: 'whole month, against the solver’s own time', ours: all / 1000, peer: solver.taken() / 1000, unit: 's', aim: '1.3x' },
])
