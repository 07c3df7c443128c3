/** A refusal is a value: either what was asked for, or why not. */
export type Result<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P }

/** Wraps a success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** Wraps a refusal. */
export const err = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem })

/** Makes a forgotten case of a closed union a compile error, and a loud fault if it is reached all the same. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}
