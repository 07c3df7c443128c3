import type { TooSoon } from '../domain/tooSoon.ts'
import type { Finding } from '../domain/rules/finding.ts'
import { assertNever } from '../domain/result.ts'
import { dateWords } from './en/dates.ts'
import { jurisdictionWords } from './en/jurisdictions.ts'

const purposeUnknown = 'Nobody has said whether this service is cosmetic or therapeutic, so it counts as both: say it with the service.'

function causeSentence({ severity, cause, citation }: Finding): string {
  const where = jurisdictionWords[citation.jurisdiction]
  switch (cause.kind) {
    case 'under-age':
      return `${where}: not under ${cause.minimumAge}. This patient is old enough from ${dateWords(cause.from)}.`
    case 'birth-date-unknown':
      return `${where}: not under ${cause.minimumAge}, and this patient’s birth date is not recorded. Record it first.`
    case 'role-barred':
      return severity === 'block' ? `${where}: the named injector’s role may not inject here. Name somebody else.` : `${where}: not every role may inject here.`
    case 'company-missing':
      return `${where}: somebody else must be there while ${severity === 'block' ? 'the named injector injects' : 'some roles inject'}, and nobody is, or too few are.`
    case 'company-needed':
      return `${where}: somebody else must be there meanwhile. Make sure of it.`
    case 'order-needed':
      return `${where}: a prescriber’s order for this patient is needed. It is not kept here: make sure of it before the visit.`
    case 'examination-needed':
      return `${where}: a prescriber examines the patient first. That is not kept here: make sure of it before the visit.`
    case 'told':
      return `${where}: ${citation.words}`
    default:
      return assertNever(cause)
  }
}

/** What a rule has to say of a visit, and what to do about it. */
export const findingSentence = (finding: Finding): string =>
  finding.purposeUnknown ? `${causeSentence(finding)} ${purposeUnknown}` : causeSentence(finding)

/** Several findings in one breath. */
export const findingsSentence = (findings: readonly Finding[]): string => [...new Set(findings.map(findingSentence))].join(' ')

/** What a date breaks of a service's shortest interval, and from when it is kept. */
export const tooSoonSentence = ({ service, minimumDays, other, from }: TooSoon): string =>
  `${service} needs ${minimumDays} days from one visit to the next, and this patient has one on ${dateWords(other)}. It can be from ${dateWords(from)} on.`
