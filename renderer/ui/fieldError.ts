import type { Problem } from '../../shared/domain/problem.ts'

/** The sentence for one field, out of a refusal; `undefined` when that field is not what is wrong. */
export function fieldError(problem: Problem | null, path: string): string | undefined {
  if (problem?.code !== 'invalid') return undefined
  return problem.issues.find(issue => issue.path === path || issue.path.startsWith(`${path}.`))?.message
}
