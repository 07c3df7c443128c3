import highs from 'highs'
import { expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import { assessStaffing } from '../../../../shared/domain/staffing/assessStaffing.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { minutesOfDay, timeOf } from '../../../../shared/domain/time/wallClock.ts'
import { wholeDay } from '../../../support/builders.ts'
import { clinicDay } from '../../../support/clinicDay.ts'

type Solver = { readonly solve: (program: string) => { readonly ObjectiveValue: number } }

// The package's types describe its CommonJS build, Node loads its module build, whose default export is the loader itself.
const isLoader = (value: unknown): value is () => Promise<Solver> => typeof value === 'function'
async function loadSolver(): Promise<Solver> {
  const loader: unknown = highs
  if (!isLoader(loader)) throw new Error('highs has another shape than it had')
  return loader()
}

type Want = { readonly id: string; readonly from: number; readonly to: number; readonly who: readonly string[] }

const minutes = (visit: Appointment) => ({ from: minutesOfDay(timeOf(visit.start)), to: minutesOfDay(timeOf(visit.start)) + visit.minutes })

/** Who can do what on such a day, said again in minutes of the day: competent, on shift throughout, named for nothing else then. */
function wantsOf(facts: StaffingFacts): { readonly covered: number; readonly open: readonly Want[] } {
  const wants = facts.appointments.map((visit) => {
    const { from, to } = minutes(visit)
    const needed = facts.serviceTypes.find((service) => service.id === visit.serviceTypeId)?.competences ?? []
    const who = facts.practitioners.filter((person) => {
      const held = facts.qualifications.filter((one) => one.practitionerId === person.id)
        .flatMap((one) => facts.certificationTypes.find((type) => type.id === one.certificationTypeId)?.competences ?? [])
      const shift = facts.shiftPatterns.find((pattern) => pattern.practitionerId === person.id)
      const busy = facts.appointments.some((other) => other !== visit && other.performerId === person.id && minutes(other).from < to && from < minutes(other).to)
      return needed.every((competence) => held.includes(competence)) && shift !== undefined
        && minutesOfDay(shift.start) <= from && to <= minutesOfDay(shift.end) && !busy
    }).map((person) => person.id as string)
    return { id: visit.id as string, from, to, who, named: visit.performerId as string | null }
  })
  const open = wants.filter((want) => want.named === null || !want.who.includes(want.named))
  return { covered: wants.length - open.length, open }
}

/** The largest number of visits that can be given to somebody, as an integer program: one person each, one visit at a time each. */
function program(open: readonly Want[]): string | null {
  const variable = (want: number, person: string): string => `x_${want}_${person.slice(-3)}`
  const all = open.flatMap((want, i) => want.who.map((person) => variable(i, person)))
  if (all.length === 0) return null
  const rows: string[] = []
  open.forEach((want, i) => { if (want.who.length > 0) rows.push(`${want.who.map((person) => variable(i, person)).join(' + ')} <= 1`) })
  for (const person of new Set(open.flatMap((want) => want.who))) {
    for (const at of new Set(open.map((want) => want.from))) {
      const running = open.flatMap((want, i) => (want.from <= at && at < want.to && want.who.includes(person) ? [variable(i, person)] : []))
      if (running.length > 1) rows.push(`${running.join(' + ')} <= 1`)
    }
  }
  return `Maximize\n obj: ${all.join(' + ')}\nSubject To\n${rows.map((row, i) => ` c${i}: ${row}`).join('\n')}\nBinary\n ${all.join(' ')}\nEnd`
}

test('as many visits are served as an integer program can serve, on 200 clinic-sized days', { timeout: 300_000 }, async () => {
  const solver = await loadSolver()
  let short = 0
  for (let seed = 1; seed <= 200; seed += 1) {
    const facts = clinicDay({ seed, staff: 6 + (seed % 8), visits: 30 + (seed % 31), unnamed: [0.2, 0.5, 1][seed % 3] ?? 1 })
    const { covered, open } = wantsOf(facts)
    const text = program(open)
    const most = text === null ? 0 : Math.round(solver.solve(text).ObjectiveValue)
    const states = [...assessStaffing(facts, wholeDay()).verdicts.values()].map((verdict) => verdict.state)
    const count = (state: string): number => states.filter((one) => one === state).length
    expect({ seed, covered: count('covered'), assignable: count('assignable'), unsure: count('cannot-verify') })
      .toEqual({ seed, covered, assignable: most, unsure: 0 })
    if (most < open.filter((want) => want.who.length > 0).length) short += 1
  }
  // Days on which everybody who can be served is served would prove nothing about the choice.
  expect(short).toBeGreaterThan(50)
})
