import type { Competence } from './certification.ts'

const isCompetence = (text: string): text is Competence => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)

/** A competence's short stable word (lower-case letters, figures and single hyphens), or null. */
export const parseCompetence = (text: string): Competence | null => (isCompetence(text) ? text : null)
