/** What the solver's thread is started with. */
export type SolverTask = { readonly text: string; readonly seconds: number }

/** What it says before it ends: the solver's own word for how it went, and the variables it has values for. */
export type SolverAnswer = { readonly status: string; readonly values: readonly (readonly [name: string, value: number])[] }

/** Whether a thread was started with what the solver starts one with. */
export const isSolverTask = (value: unknown): value is SolverTask =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'seconds' in value && typeof value.seconds === 'number'
