/** `times` of a variable, one summand of a sum. */
export type Term = { readonly of: string; readonly times: number }

/** An unknown, 0 or more: `yes-no` is 0 or 1, `whole` a whole number up to `most`, `amount` any number up to it. */
export type Variable =
  | { readonly name: string; readonly kind: 'yes-no' }
  | { readonly name: string; readonly kind: 'whole' | 'amount'; readonly most: number }

/** What a sum must keep to; `null` leaves that side open. */
export type Constraint = { readonly sum: readonly Term[]; readonly least: number | null; readonly most: number | null }

/** A mixed-integer linear program: the values under which `cost` is least. */
export type Program = { readonly variables: readonly Variable[]; readonly constraints: readonly Constraint[]; readonly cost: readonly Term[] }

/**
 * `optimal` is proven the best; `best-found` is what was found when time ran out; `gave-up` found nothing in time, which proves nothing.
 * Values stand by name, and there are none unless something was found.
 */
export type Solution = { readonly status: 'optimal' | 'best-found' | 'infeasible' | 'gave-up'; readonly values: ReadonlyMap<string, number> }

/** Solves a program within so many seconds; whoever needs it is handed it. */
export type Solve = (program: Program, limit: { readonly seconds: number }) => Promise<Solution>

/** How far a solver's whole numbers may be from whole. */
const tolerance = 1e-5

const sumOf = (terms: readonly Term[], values: ReadonlyMap<string, number>): number =>
  terms.reduce((sum, { of, times }) => sum + times * (values.get(of) ?? Number.NaN), 0)

const mostOf = (variable: Variable): number => variable.kind === 'yes-no' ? 1 : variable.most

/** Whether every variable has a value it may have and every constraint holds, whoever found the values. */
export function satisfies({ variables, constraints }: Program, values: ReadonlyMap<string, number>): boolean {
  return variables.every(variable => {
    const value = values.get(variable.name) ?? Number.NaN
    const whole = variable.kind === 'amount' || Math.abs(value - Math.round(value)) <= tolerance
    return whole && value >= -tolerance && value <= mostOf(variable) + tolerance
  }) && constraints.every(({ sum, least, most }) => {
    const value = sumOf(sum, values)
    return (least === null || value >= least - tolerance) && (most === null || value <= most + tolerance)
  })
}

/** What values cost; not a number if one is missing. */
export const costOf = ({ cost }: Program, values: ReadonlyMap<string, number>): number => sumOf(cost, values)

/**
 * The program in the CPLEX LP format, its variables called x0, x1, … in their order: the format takes few letters and its keywords for names.
 * A sum of nothing is left out, so whoever builds one must know that it is 0. Throws if a term names no variable.
 */
export function programText({ variables, constraints, cost }: Program): string {
  const place = new Map(variables.map(({ name }, index) => [name, index]))
  const written = (terms: readonly Term[]): string => terms.map(({ of, times }) => {
    const index = place.get(of)
    if (index === undefined || !Number.isFinite(times)) throw new Error(`a program with a term it cannot have: ${times} ${of}`)
    return `${times < 0 ? '-' : '+'} ${Math.abs(times)} x${index}`
  }).join('\n ')
  const rows = constraints.filter(({ sum }) => sum.length > 0).flatMap(({ sum, least, most }) => {
    if (least !== null && least === most) return [`${written(sum)} = ${least}`]
    return [...(least === null ? [] : [`${written(sum)} >= ${least}`]), ...(most === null ? [] : [`${written(sum)} <= ${most}`])]
  })
  const bounds = variables.flatMap((variable, index) => variable.kind === 'yes-no' ? [] : [`0 <= x${index} <= ${variable.most}`])
  const named = (kind: Variable['kind']): string => variables.flatMap((variable, index) => variable.kind === kind ? [`x${index}`] : []).join('\n ')
  return [
    'Minimize', ` cost: ${cost.length === 0 ? '0 x0' : written(cost)}`, 'Subject To', ...rows.map((row, index) => ` c${index}: ${row}`),
    'Bounds', ...bounds.map(bound => ` ${bound}`), 'General', ` ${named('whole')}`, 'Binary', ` ${named('yes-no')}`, 'End', '',
  ].join('\n')
}
