import type { Problem } from '../../../shared/domain/problem.ts'
import { err, type Result } from '../../../shared/domain/result.ts'
import { fieldSentence } from '../../../shared/text/en/fieldIssues.ts'
import type { Ending } from '../store/store.ts'

/** A refusal of the domain as the person at the desk is told it: faults of fields in sentences. */
export const told = (problem: Problem): Problem =>
  problem.code === 'invalid'
    ? { ...problem, issues: problem.issues.map(({ path, message }) => ({ path, message: fieldSentence(message) })) }
    : problem

/** Ends a write by undoing it, with a refusal of the domain. */
export const decline = (problem: Problem): Ending<Result<never, Problem>> => ({ keep: false, value: err(told(problem)) })

/** The refusal of a request that names what is not there. */
export const missing = (what: string): Extract<Problem, { code: 'not-found' }> => ({ code: 'not-found', what })
