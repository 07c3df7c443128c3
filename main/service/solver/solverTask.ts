/** What the solver's thread is asked. */
export type SolverTask = { readonly text: string; readonly seconds: number }

/** What it answers: the solver's own word for how it went, and the variables it has values for. */
export type SolverAnswer = { readonly status: string; readonly values: readonly (readonly [name: string, value: number])[] }

/** Whether a thread was asked what the solver asks. */
export const isSolverTask = (value: unknown): value is SolverTask =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'seconds' in value && typeof value.seconds === 'number'
