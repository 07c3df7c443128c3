import type { Competence } from './certification.ts'
import { parseCompetence } from './competence.ts'
import type { Problem } from './problem.ts'
import { err, ok, type Result } from './result.ts'
import { invalid, type Invalid, tidyLine } from './typed.ts'

const longest = 60

/** The letters and figures of a label in plain Latin, joined by hyphens; empty where its script has none. */
const latin = (label: string): string =>
  label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, longest).replace(/^-+|-+$/g, '')

const alike = (label: string): string => tidyLine(label).normalize('NFKC').toLowerCase()

/**
 * The short stable word for a new competence: its label in plain letters, with a number where that word is taken by another
 * label. A label that is there already, in whatever case, is refused.
 */
export function competenceWord(
  label: string, known: readonly { readonly code: Competence; readonly label: string }[],
): Result<Competence, Invalid | Extract<Problem, { code: 'duplicate' }>> {
  if (tidyLine(label) === '') return err(invalid({ path: 'label', message: 'name-missing' }))
  if (known.some(competence => alike(competence.label) === alike(label))) return err({ code: 'duplicate', what: 'competence' })
  const taken = new Set<string>(known.map(competence => competence.code))
  const stem = latin(label) === '' ? 'competence' : latin(label)
  for (let n = 1; n <= known.length + 1; n += 1) {
    const word = parseCompetence(n === 1 ? stem : `${stem}-${n}`)
    if (word !== null && !taken.has(word)) return ok(word)
  }
  return err({ code: 'duplicate', what: 'competence' })
}
