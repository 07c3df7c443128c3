import type { HumanName, Identifier } from './person.ts'

/** What can be wrong with typed fields that their schema could not see; each has its sentence in shared/text. */
export const issueKeys = [
  'name-missing', 'birth-date-in-future', 'birth-date-too-early', 'email-unreadable', 'ends-before-it-begins', 'source-missing',
  'reason-missing', 'competence-needed', 'role-needed', 'zone-unknown', 'entered-in-error-at-once', 'range-too-long',
  'rule-words-missing', 'rule-source-missing', 'rule-date-missing', 'rule-unsettled', 'rule-present-role-missing', 'rule-begins-in-the-past', 'rule-begins-too-early',
  'rule-ends-in-the-past',
  'number-form', 'due-in-past', 'ages-crossed', 'own-prescriber', 'scope-beyond-type',
  'recurrence-unreadable', 'weekday-needed', 'hours-overlap',
] as const
export type IssueKey = (typeof issueKeys)[number]
export type Issue = { readonly path: string; readonly message: IssueKey }
export type Invalid = { readonly code: 'invalid'; readonly issues: readonly Issue[] }

/** The refusal of typed fields. */
export const invalid = (...issues: readonly Issue[]): Invalid => ({ code: 'invalid', issues })

// Half a surrogate pair is no character, and PostgreSQL stores no NUL: either would make a row that one engine takes and the other refuses.
const brokenCharacter = /\p{Surrogate}/gu
const controls = /\p{Cc}+/gu
const controlsButLines = /[^\P{Cc}\n\t]+/gu
const visible = /[^\p{Cc}\p{Cf}\p{Z}]/u

const whole = (text: string): string => text.replace(brokenCharacter, '\uFFFD').normalize('NFC')
const shown = (text: string): string => (visible.test(text) ? text.trim() : '')

/** One typed line as it is kept: NFC, trimmed, no control characters; empty when nothing of it could be seen. */
export const tidyLine = (text: string): string => shown(whole(text).replace(controls, ' '))

/** A typed note as it is kept: like a line, with its line breaks. */
export const tidyWords = (text: string): string => shown(whole(text).replace(/\r\n?/g, '\n').replace(controlsButLines, ' '))

/** Both parts of a name as they are kept; never shortened, re-cased or split. */
export const tidyName = (name: HumanName): HumanName => ({ given: tidyLine(name.given), family: tidyLine(name.family) })

/** True when at least one part of a tidied name can be read. */
export const isNamed = (name: HumanName): boolean => name.given !== '' || name.family !== ''

/** Outside numbers as they are kept: tidied, half-empty ones and repetitions left out. */
export function tidyIdentifiers(identifiers: readonly Identifier[]): readonly Identifier[] {
  const kept = new Map<string, Identifier>()
  for (const typed of identifiers) {
    const identifier = { system: tidyLine(typed.system), value: tidyLine(typed.value) }
    if (identifier.system !== '' && identifier.value !== '') kept.set(JSON.stringify([identifier.system, identifier.value]), identifier)
  }
  return [...kept.values()]
}
