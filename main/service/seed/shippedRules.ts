import { asId, type ScopeRuleId } from '../../../shared/domain/ids.ts'
import { roles, type Role } from '../../../shared/domain/person.ts'
import type { Jurisdiction } from '../../../shared/domain/rules/jurisdiction.ts'
import type { RuleTerms, ScopeRule } from '../../../shared/domain/rules/scopeRule.ts'
import { parsePlainDate } from '../../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'

// Leads, not law: gathered mostly from secondary pages, which disagree in places. What those did not say is `unknown` or absent,
// and none of it acts before a clinical lead has looked the source up and approved the row.

type Told = Partial<RuleTerms> & Pick<RuleTerms, 'words' | 'source'>

const day = (text: string): PlainDate => {
  const date = parsePlainDate(text)
  if (date === null) throw new Error(`not a date: ${text}`)
  return date
}

const silent: Omit<RuleTerms, 'jurisdiction' | 'words' | 'source'> = {
  setting: 'any', purpose: 'any', roles: [], mayPrescribe: 'silent', mayInject: 'silent', order: 'silent', examination: 'silent', presence: 'silent',
  presentRoles: [], ratio: null, minimumAge: null, severity: 'warn', law: true, sourceDate: null, effectiveFrom: null,
}

const unnamed = 'Secondary source, not named. Find the board’s own page.'
const secondary = (name: string): string => `${name} (secondary). Find the board’s own page.`
const allBut = (...allowed: readonly Role[]): readonly Role[] => roles.filter(role => !allowed.includes(role))
const nurses: readonly Role[] = ['registered-nurse', 'practical-nurse']

const unitedStates: readonly Told[] = [
  {
    severity: 'inform', source: secondary('byrdadatto.com'),
    words: 'Injecting botulinum toxin is the practice of medicine in all 50 states; the law of each state decides who may do it.',
  },
  { roles: ['physician'], mayPrescribe: 'yes', mayInject: 'yes', source: unnamed, words: 'Physicians (MD, DO) have full authority.' },
  {
    roles: ['nurse-practitioner'], mayPrescribe: 'unknown', mayInject: 'yes', presence: 'unknown', source: secondary('facialinjectables.com'),
    words: 'Nurse practitioners are independent in more than 25 states and DC; elsewhere they work in collaboration with a physician.',
  },
  {
    roles: ['physician-assistant'], mayPrescribe: 'unknown', mayInject: 'yes', presence: 'unknown', source: secondary('facialinjectables.com'),
    words: 'Physician assistants are supervised or work in collaboration with a physician.',
  },
  {
    roles: ['registered-nurse'], mayPrescribe: 'no', mayInject: 'yes', order: 'yes', examination: 'yes', presence: 'unknown', source: unnamed,
    words: 'Registered nurses give it on a prescriber’s order for this patient, after a good-faith examination. Whether a prescriber must be on site differs by state.',
  },
  {
    roles: ['practical-nurse'], mayInject: 'unknown', severity: 'block', source: 'worldpopulationreview, cohenhealthcarelaw, medspastandards (secondary, in conflict)',
    words: 'Practical nurses (LPN, LVN) are mostly barred, but not everywhere: Louisiana and Delaware allow them under conditions.',
  },
  {
    roles: ['medical-assistant'], mayInject: 'no', severity: 'block', source: 'worldpopulationreview, cohenhealthcarelaw, medspastandards (secondary)',
    words: 'Medical assistants and aestheticians do not inject.',
  },
  { roles: ['dentist'], mayInject: 'unknown', severity: 'block', source: unnamed, words: 'Whether dentists may inject differs by state; Nevada asks for extra training.' },
]

const alabama: readonly Told[] = [
  { roles: ['physician'], mayInject: 'yes', source: unnamed, words: 'A licensed physician performs the injection.' },
  { roles: allBut('physician'), mayInject: 'no', severity: 'block', source: unnamed, words: 'A licensed physician performs the injection.' },
]

const california: readonly Told[] = [
  {
    roles: ['practical-nurse'], mayInject: 'unknown', severity: 'block', source: 'cohenhealthcarelaw, medspastandards (secondary, in conflict)',
    words: 'Sources conflict on vocational nurses (LVN): a Medical Board FAQ is quoted as allowing it under direction, another page calls it absolutely prohibited.',
  },
  { purpose: 'cosmetic', roles: ['dentist'], mayInject: 'no', severity: 'block', source: unnamed, words: 'General dentists do not give purely cosmetic injections.' },
]

const texas: readonly Told[] = [
  { examination: 'yes', source: 'Texas Medical Board rules, chapter 169 (formerly 193.17), by secondary sources; final text not seen', words: 'A prescriber examines the patient before the injection.' },
  {
    presence: 'unknown', source: 'Texas Medical Board rules, chapter 169 (formerly 193.17), by secondary sources; final text not seen',
    words: 'The injection is delegated, a notice is posted, and staff trained in basic life support are on site.',
  },
]

const rhodeIsland: readonly Told[] = [
  {
    setting: 'cosmetic', severity: 'inform', source: 'Med-spa licence law of June 2025, by secondary sources; rules due by July 2026 not seen',
    words: 'Medical spas need a licence under the law of June 2025; its rules are due by July 2026.',
  },
]

/** What was found for the whole kingdom is told for each nation: the law is made there. */
const kingdom: readonly Told[] = [
  {
    roles: ['physician', 'dentist', 'pharmacist-prescriber', 'nurse-practitioner'], mayPrescribe: 'yes', mayInject: 'yes', source: 'GMC, GDC, NMC, JCCP; page not named',
    words: 'A prescription-only medicine: doctors, dentists, and nurse and pharmacist independent prescribers prescribe it. Record a nurse prescriber as nurse practitioner.',
  },
  {
    purpose: 'cosmetic', examination: 'yes', source: 'GMC, GDC, NMC, JCCP; page not named',
    words: 'The prescriber examines the patient in person before prescribing it for a cosmetic purpose.',
  },
  {
    roles: ['registered-nurse', 'practical-nurse', 'physician-assistant', 'physiotherapist', 'medical-assistant'], mayPrescribe: 'no', mayInject: 'yes', order: 'yes',
    source: 'GMC, GDC, NMC, JCCP; page not named', words: 'Others may inject under a patient-specific direction of a prescriber.',
  },
]

const noAgeFound: Told = {
  purpose: 'cosmetic', severity: 'inform', source: 'None found',
  words: 'Whether a minimum age holds for cosmetic toxin here was not found: England’s is the only one seen. Find out, and enter it.',
}

const england: readonly Told[] = [
  ...kingdom,
  {
    purpose: 'cosmetic', minimumAge: 18, severity: 'block', effectiveFrom: day('2021-10-01'),
    source: 'Botulinum Toxin and Cosmetic Fillers (Children) Act 2021, as told at https://myfacebristol.co.uk/?p=484 (secondary)',
    words: 'Cosmetic toxin under 18 is an offence, and so is making the booking.',
  },
  {
    purpose: 'cosmetic', severity: 'inform', source: 'Answer to the consultation of August 2025; page not named',
    words: 'A licence scheme in green, amber and red (toxin: amber) was answered in August 2025 and is not in force.',
  },
]
const otherNation: readonly Told[] = [...kingdom, noAgeFound]

const ontario: readonly Told[] = [
  { roles: ['physician', 'nurse-practitioner'], mayPrescribe: 'yes', mayInject: 'yes', source: 'College of Nurses of Ontario (CNO); page not named', words: 'Physicians and nurse practitioners have the authority themselves.' },
  { roles: nurses, mayInject: 'yes', order: 'yes', source: 'College of Nurses of Ontario (CNO); page not named', words: 'Registered and practical nurses need an order or a directive.' },
]

const britishColumbia: readonly Told[] = [
  { roles: nurses, mayInject: 'yes', order: 'yes', source: 'BC College of Nurses and Midwives (BCCNM); page not named', words: 'Nurses need a client-specific order.' },
]

const alberta: readonly Told[] = [
  { roles: ['registered-nurse'], mayInject: 'yes', order: 'yes', source: unnamed, words: 'Nurses need an order.' },
  {
    roles: ['practical-nurse'], mayInject: 'yes', order: 'unknown', presence: 'on-site', presentRoles: ['physician'], severity: 'block', source: unnamed,
    words: 'Practical nurses (LPN) inject with a physician on site.',
  },
]

const australia: readonly Told[] = [
  { severity: 'inform', source: unnamed, words: 'Botulinum toxin is a Schedule 4 medicine.' },
  {
    examination: 'yes', effectiveFrom: day('2025-09-02'), source: 'Ahpra guidelines in force from 2 September 2025; page not named',
    words: 'Each prescription needs a consultation in real time; no batch prescribing; the patient is screened for body dysmorphic disorder.',
  },
]

const queensland: readonly Told[] = [
  { severity: 'inform', source: unnamed, words: 'Only a doctor or a nurse practitioner may buy or hold stock.' },
  { roles: nurses, mayInject: 'unknown', source: unnamed, words: 'Registered and enrolled nurses (here: practical nurses) need extra experience; how much was not found.' },
]

const shipped: readonly (readonly [Jurisdiction, readonly Told[]])[] = [
  ['US', unitedStates], ['US-AL', alabama], ['US-CA', california], ['US-TX', texas], ['US-RI', rhodeIsland],
  ['GB-ENG', england], ['GB-SCT', otherNation], ['GB-WLS', otherNation], ['GB-NIR', otherNation],
  ['CA-ON', ontario], ['CA-BC', britishColumbia], ['CA-AB', alberta], ['AU', australia], ['AU-QLD', queensland],
]

/** Scope-of-practice rules that a new practice starts with: drafts, none of which acts before its clinical lead has approved it. */
export const shippedRules = (newId: () => string): readonly ScopeRule[] => shipped.flatMap(([jurisdiction, told]) => told.map(terms => {
  const id = asId<ScopeRuleId>(newId())
  return { id, version: 1, ruleId: id, edition: 1, terms: { ...silent, ...terms, jurisdiction }, approval: null, retirement: null }
}))
