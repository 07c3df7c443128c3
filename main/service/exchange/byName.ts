import { folded } from './fields.ts'

type Entry<T> = { readonly name: string; readonly to: T }

/** What was said by name keeps what was said; a name that nobody spoke of gets a guess. */
export function byName<T>(words: readonly string[], said: readonly Entry<T>[], guess: (name: string) => T): readonly Entry<T>[] {
  const told = new Map(said.map(entry => [folded(entry.name), entry.to]))
  return words.map(name => {
    const to = told.get(folded(name))
    return { name, to: to === undefined ? guess(name) : to }
  })
}
