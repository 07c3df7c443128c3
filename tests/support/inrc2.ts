import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// The Second International Nurse Rostering Competition: a scenario (nurses and their skills), a week's minimum demand per shift
// type, skill and day, and solutions that say who works which shift on which day.

const weekdayWords = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

export type Scenario = {
  readonly name: string
  readonly shiftTypes: readonly string[]
  readonly nurses: readonly { readonly name: string; readonly skills: readonly string[]; readonly mostShifts: number }[]
}
/** The minimum number of people with a skill on a shift type, per day from Monday. */
export type Requirement = { readonly shiftType: string; readonly skill: string; readonly minimum: readonly number[] }
export type Assignment = { readonly nurse: string; readonly day: number; readonly shiftType: string }
/** One solved week: whose demand it answers, and who works when. */
export type SolvedWeek = { readonly file: string; readonly requirements: readonly Requirement[]; readonly assignments: readonly Assignment[] }

const folder = fileURLToPath(new URL('../../../shared/samples/roster/inrc2/', import.meta.url))

const read = (instance: string, file: string): readonly string[] => readFileSync(`${folder}${instance}/${file}`, 'utf8').split(/\r?\n/).map(line => line.trim())

/** The lines after a heading such as `NURSES = 5`, up to the next empty line. */
function section(lines: readonly string[], heading: RegExp): readonly string[] {
  const at = lines.findIndex(line => heading.test(line))
  if (at < 0) throw new Error(`no section ${heading.source}`)
  const rest = lines.slice(at + 1)
  const end = rest.findIndex(line => line === '')
  return end < 0 ? rest : rest.slice(0, end)
}

const words = (line: string): readonly string[] => line.split(/\s+/).filter(word => word !== '')

function sure<T>(value: T | undefined, line: string): T {
  if (value === undefined) throw new Error(`cannot be read: ${line}`)
  return value
}

export function readScenario(instance: string): Scenario {
  const lines = read(instance, `Sc-${instance}.txt`)
  const mostShifts = new Map(section(lines, /^CONTRACTS/).map(line => [sure(words(line)[0], line), Number(/\(\d+,(\d+)\)/.exec(line)?.[1])]))
  return {
    name: instance,
    shiftTypes: section(lines, /^SHIFT_TYPES/).map(line => sure(words(line)[0], line)),
    // Name, contract, number of skills, skills.
    nurses: section(lines, /^NURSES/).map(line => ({ name: sure(words(line)[0], line), skills: words(line).slice(3), mostShifts: sure(mostShifts.get(words(line)[1] ?? ''), line) })),
  }
}

/** The demand of one week, whose solution may be unknown. */
export function readRequirements(instance: string, week: string): readonly Requirement[] {
  return section(read(instance, `WD-${instance}-${week}.txt`), /^REQUIREMENTS/).map(line => {
    const [shiftType, skill] = words(line)
    const minimum = [...line.matchAll(/\((\d+),\d+\)/g)].map(found => Number(found[1]))
    if (minimum.length !== 7) throw new Error(`not seven days: ${line}`)
    return { shiftType: sure(shiftType, line), skill: sure(skill, line), minimum }
  })
}

function readAssignments(instance: string, file: string): readonly Assignment[] {
  const lines = read(instance, file)
  const [heading] = lines.filter(line => line.startsWith('ASSIGNMENTS'))
  const assignments = section(lines, /^ASSIGNMENTS/).map(line => {
    const [nurse, weekday, shiftType] = words(line)
    const day = weekdayWords.findIndex(word => word === weekday)
    if (day < 0) throw new Error(`no weekday: ${line}`)
    return { nurse: sure(nurse, line), day, shiftType: sure(shiftType, line) }
  })
  if (assignments.length !== Number(heading?.split('=')[1])) throw new Error(`${file} has ${assignments.length} assignments, and says otherwise`)
  return assignments
}

/** Every solved week of an instance, with the week's own demand: `Sol-n005w4-1-0.txt` answers `WD-n005w4-1.txt`. */
export function solvedWeeks(instance: string): readonly SolvedWeek[] {
  return readdirSync(`${folder}${instance}`).flatMap(file => {
    const [, week] = new RegExp(`Sol-${instance}-(\\d+)-\\d+\\.txt$`).exec(file) ?? []
    return week === undefined ? [] : [{ file, requirements: readRequirements(instance, week), assignments: readAssignments(instance, file) }]
  }).toSorted((a, b) => (a.file < b.file ? -1 : 1))
}
