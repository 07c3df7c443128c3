import type { CertificationKind, Scope } from '../../domain/certification.ts'
import type { NumberForm } from '../../domain/numberForm.ts'
import type { QualificationState } from '../../domain/qualification.ts'

/** A certification's state in one or two words, for the register. */
export const stateWords: Readonly<Record<QualificationState, string>> = {
  recorded: 'recorded, not verified',
  verified: 'verified',
  'verification-overdue': 'verification overdue',
  'not-yet-effective': 'not yet effective',
  expired: 'expired',
  'expiry-unknown': 'expiry unknown',
  'prescriber-missing': 'no supervising prescriber',
  'hours-short': 'too few hours',
  suspended: 'suspended',
  revoked: 'revoked',
  superseded: 'superseded',
  'type-retired': 'kind no longer used',
  'entered-in-error': 'entered in error',
}

/** The headings of the register's CSV file. */
export const registerColumns = [
  'As of', 'Family name', 'Given name', 'Certification', 'Issuer', 'Jurisdiction', 'Number', 'Issued', 'Counts from', 'Last day', 'State',
  'Restrictions', 'Scope', 'Verified how', 'Source', 'Verified by', 'Verified at', 'Verify again by', 'Entered by', 'Entered at', 'Record',
] as const

const agesWords = ({ youngest, oldest }: Scope): string | null => {
  if (youngest !== null && oldest !== null) return `ages ${youngest} to ${oldest}`
  if (youngest !== null) return `from age ${youngest}`
  return oldest === null ? null : `to age ${oldest}`
}

/** What a certification is limited to, in words; empty where it is not. */
export const competenceLimits = (scope: Scope, label: (code: string) => string = code => code): string =>
  [
    scope.competences === null ? null : `only ${scope.competences.map(label).join(', ') || 'nothing'}`,
    scope.products.length === 0 ? null : `products: ${scope.products.join(', ')}`,
    agesWords(scope),
  ]
    .filter(part => part !== null)
    .join('; ')

export const certificationKindWords: Readonly<Record<CertificationKind, string>> = {
  licence: 'Licence',
  training: 'Training',
  'competence-review': 'Competence review',
  cpd: 'Continuing education',
  indemnity: 'Indemnity cover',
  'exclusion-check': 'Exclusion-list check',
}

export const numberFormWords: Readonly<Record<NumberForm, string>> = {
  npi: 'NPI (United States)',
  gmc: 'GMC reference number',
  nmc: 'NMC PIN',
  ahpra: 'Ahpra registration number',
}

export const registerText = {
  title: 'Register',
  asOf: 'As of',
  grouped: 'Order',
  byPerson: 'By person',
  byCertification: 'By certification',
  asNow: 'From the records as they stand now.',
  asThen: (when: string) => `From the records as they stood on ${when}. What was entered later is left out.`,
  none: 'Nothing was on record then',
  noneHint: 'The register shows certifications from when they were entered; nothing can be entered for a day gone by.',
  person: 'Person',
  certification: 'Certification',
  number: 'Number',
  from: 'Counts from',
  through: 'Last day',
  state: 'State',
  verified: 'Verified',
  entered: 'Entered',
  limits: 'Limits',
  print: 'Print',
  savePdf: 'Save as PDF',
  csv: 'Save as CSV',
  notRead: 'The register of that day is not on the screen yet.',
  printed: 'The register is printed',
  saved: 'The register is saved',
  notPrinted: 'Nothing was printed',
  fileName: (asOf: string) => `Certification register ${asOf}`,
  sheetTitle: (practice: string, asOf: string) => `${practice}: certification register as of ${asOf}`,
  sign: 'Sign off',
  signTitle: 'Sign this register off',
  statement: 'What you state',
  statementStart: 'I have looked through this register, and it is what is on record.',
  signed: 'Signed off, and kept for good',
  maySign: 'Only a clinical lead may sign the register off.',
  snapshots: 'Signed off',
  noSnapshots: 'No register has been signed off yet.',
  snapshotOpen: 'Save the signed file',
  snapshotBroken: 'This file no longer has the hash that was signed. Do not rely on it, and tell whoever looks after this computer.',
  hash: 'SHA-256',
  whoWasCertified: 'Who was certified that day',
  whoHint: 'By role and certification; shifts and absences are not asked here.',
  show: 'Show',
  certifiedBy: (papers: string) => `certified: ${papers}`,
  performed: 'named for it',
  nothingKnown: 'What this service required was not on record then, so nothing can be said.',
  nobody: 'Nobody was certified for it that day.',
  history: 'What was entered when',
  hideHistory: 'Hide what was entered',
  enteredLine: (when: string, by: string) => `Entered ${when}${by === '' ? '' : ` by ${by}`}`,
  version: (n: number) => `Version ${n}`,
} as const
