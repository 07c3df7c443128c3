import { type IssueKey, issueKeys } from '../../domain/typed.ts'

const sentences: Readonly<Record<IssueKey, string>> = {
  'name-missing': 'Write a name.',
  'birth-date-in-future': 'This date is still to come. Check the year.',
  'birth-date-too-early': 'Nobody alive was born then. Check the year.',
  'email-unreadable': 'Write an address like name@example.org, or leave it empty.',
  'ends-before-it-begins': 'This ends before it begins. Check both dates.',
  'source-missing': 'Write where you looked, which letter you have, or whom you spoke to.',
  'reason-missing': 'Write a reason.',
  'competence-needed': 'Name at least one competence; without one, anybody would count as certified for it.',
  'role-needed': 'Name at least one role that may perform it.',
  'zone-unknown': 'This time zone is not known. Choose one from the list, for example America/Chicago.',
  'entered-in-error-at-once': 'A new certification cannot begin as an error. Choose another state, or do not record it.',
  'recurrence-unreadable': 'Choose every week, every few weeks or one day of each month; nothing else can recur here.',
  'weekday-needed': 'Choose at least one weekday.',
  'hours-overlap': 'These hours overlap. Join them or make one shorter.',
  'range-too-long': 'Ask for 53 weeks at most.',
  'rule-words-missing': 'Write the rule in short, so that everybody knows what is meant.',
  'rule-source-missing': 'Write where this stands: the law, the board’s page, the guideline.',
  'rule-date-missing': 'This date is needed before the rule can be approved.',
  'rule-unsettled': 'This is not known yet. Find out, or leave it unsaid; what is unknown cannot be approved.',
  'rule-present-role-missing': 'Name at least one role that must be there.',
  'rule-begins-in-the-past': 'A change takes effect today or later: what was in force before stays as it was.',
  'rule-begins-too-early': 'A change takes effect after the version that it follows.',
  'rule-ends-in-the-past': 'A rule is retired from today on or later: what was in force before stays as it was.',
  'number-form': 'This number does not have the form of its register. Compare it with the paper, letter by letter.',
  'due-in-past': 'Choose a day that is still to come.',
  'ages-crossed': 'The youngest age is above the oldest. Check both.',
  'own-prescriber': 'Nobody supervises themselves. Name another person.',
  'scope-beyond-type': 'This type of certification does not certify for that. Change the type first.',
}

/** The sentence for a field's fault; a text that is no key is a sentence already. */
export function fieldSentence(message: string): string {
  const key = issueKeys.find(each => each === message)
  return key === undefined ? message : sentences[key]
}
