import { counted, listWords } from './names.ts'

/** Why a whole staff list cannot be read. */
export const staffFileSentence = {
  xml: 'This is XML. Save the list as FHIR JSON, HL7 v2 or CSV in the other program.',
  notJson: 'This file begins like JSON and is not: it may have been cut off. Export it again.',
  notFhir: 'This is JSON, but no FHIR R4 Practitioner, PractitionerRole or Bundle.',
  noPeople: 'Nobody is in this file: it has no Practitioner.',
  notR4: (resource: string, field: string) => `${resource} is not written as FHIR R4 has it: ${field} cannot be read. Export it as R4.`,
  fhirVersion: (version: string) => `This is FHIR ${version}. Only R4 (4.0) can be read; export it as R4.`,
  tooMany: (most: number) => `This file has more than ${most} entries. Split it into smaller files.`,
  noMessage: 'This file begins like HL7 v2 and holds no message that can be read.',
  noStaff: (types: string) => `This is HL7 v2, but no staff file: it holds ${types === '' ? 'messages of no known type' : types}. Export a master file of staff (MFN^M02).`,
} as const

/** What is wrong with one entry of a staff list, or worth knowing about it. */
export const staffSentence = {
  dateNotToTheDay: (field: string, text: string) => `${field}: "${text}" does not say which day, so it counts as not said.`,
  notADate: (field: string, text: string) => `${field}: "${text}" is not a date that can be read.`,
  notAValue: (field: string, text: string) => `${field}: "${text}" is not understood.`,
  notAStatus: (field: string, text: string) => `${field}: the status "${text}" is not understood; recorded as suspended until somebody looks.`,
  noName: 'It does not say whom it is about.',
  nameTooLong: 'The name is longer than 200 characters.',
  nameFrom: (field: string) => `The name is taken from ${field}.`,
  otherMessage: (type: string) => `This is ${type}, which is no staff file; left out.`,
  removal: (code: string) => `The list asks to take this person out (MFE-1: ${code}). An import takes nobody out: do it in Staff.`,
  notKept: (field: string) => `${field} is a number of a person and not of a professional; it was not kept.`,
  emptyPerson: 'A record without a person (no STF or PRA).',
  roleWithoutPerson: (reference: string) => `The role belongs to "${reference}", who is not in this file.`,
  expiryUnknown: 'Expiry unknown: it does not count until somebody records when it ends.',
  issuedUnknown: 'The list does not say when it was issued; the day of this import stands there instead.',
  leftOut: (type: string) => `"${type}" is left out. Say what it is to have it recorded.`,
  known: 'Recorded here already.',
  nobodyKnows: 'nobody knows when',
  endsOtherwise: (there: string, here: string) => `Recorded here already, where it ends ${here}; the list says ${there}. What is here was kept.`,
  inError: 'Recorded here before and marked as entered in error; not recorded again.',
  takenByName: 'Somebody of exactly this name is on the staff and was taken to be the same person.',
  severalOfName: 'Several people of this name are on the staff, so it cannot be told which is meant. Nothing was recorded.',
  namesake: 'Somebody else of this name is on the staff, with another number. Added as another person; compare the two.',
  nameDiffers: (name: string) => `The number is known here as ${name}’s, which was kept.`,
  numberOfAnother: (number: string, name: string) => `Number ${number} is known here as ${name}’s, who has another family name. Nothing was recorded.`,
  roleKept: 'The role here was kept.',
  noRole: 'Nothing says what this person is here; give them a role in Staff.',
  noType: 'It does not say what kind of certification this is.',
  tooLong: (field: string) => `The ${field} is longer than can be kept.`,
  numberForm: 'Recorded although its number does not have the form of its register: compare it with the paper.',
} as const

/** What of a whole list was not understood. */
export const staffNotUnderstood = {
  field: (field: string, name: string | undefined, times: number) => `${field}${name === undefined ? '' : ` (${name})`} is not imported${times > 1 ? ` (${times} times)` : ''}.`,
  segment: (segment: string, name: string | undefined, times: number) => `Segment ${segment}${name === undefined ? '' : ` (${name})`} is not imported${times > 1 ? ` (${times} times)` : ''}.`,
  resource: (type: string, times: number) => `${type} is not imported${times > 1 ? ` (${times} times)` : ''}.`,
  value: (sentence: string, times: number) => (times > 1 ? `${sentence} (${times} times)` : sentence),
  columns: (headings: readonly string[]) => `Not imported: ${headings.length === 1 ? 'column' : 'columns'} ${listWords(headings.map(heading => `"${heading}"`))}.`,
  role: (word: string, times: number) => `"${word}" (${counted(times, 'person', 'people')}) says nothing here about what somebody may do.`,
  type: (word: string, times: number) => `"${word}" (${counted(times, 'certification')}) is left out.`,
} as const

/** Names that an import gives to what it makes. */
export const staffImportedWords = {
  source: 'other program',
  eligible: (specialty: string) => `${specialty} (eligible, not certified)`,
  specialty: (name: string) => `${name} (specialty)`,
  unknownNumber: (type: string) => `Number of type ${type === '' ? 'not said' : type}`,
  provisional: 'Provisional.',
  certificate: 'Certificate',
  expiredByStatus: 'The list says that it has expired.',
} as const

/** What the kinds of licence number are called (HL7 table 0338), where one is a certification. */
export const hl7LicenceNames: Readonly<Record<string, string>> = {
  SL: 'State licence', LI: 'State licence', DEA: 'DEA registration', TRL: 'Trainee licence', 'L&I': 'Labor and industries number', CY: 'County licence', MCD: 'Medicaid enrolment',
  MCR: 'Medicare enrolment', QA: 'Quality assurance number',
}

/** What the fields of staff master files are called (HL7 v2.8, chapters 8 and 15). */
export const hl7FieldNames: Readonly<Record<string, string>> = {
  'STF-4': 'staff type', 'STF-5': 'sex', 'STF-6': 'birth date', 'STF-8': 'department', 'STF-9': 'hospital service', 'STF-11': 'address', 'STF-12': 'activation date', 'STF-13': 'inactivation date',
  'STF-14': 'backup person', 'STF-15': 'e-mail', 'STF-16': 'preferred contact', 'STF-17': 'marital status', 'STF-20': 'employment status', 'STF-21': 'additional insured on auto', 'STF-22': 'driver’s licence', 'STF-26': 'death date', 'STF-27': 'death indicator',
  'PRA-2': 'practitioner group', 'PRA-4': 'provider billing', 'PRA-7': 'privileges', 'PRA-8': 'date entered practice', 'PRA-9': 'institution', 'PRA-10': 'date left practice', 'PRA-11': 'reimbursement eligibility', 'PRA-12': 'set ID',
  'CER-3': 'version', 'CER-5': 'issuing person', 'CER-6': 'signature', 'CER-9': 'granting county', 'CER-12': 'subject number', 'CER-13': 'subject name', 'CER-14': 'subject attributes', 'CER-15': 'public key',
  'CER-16': 'authority key', 'CER-17': 'basic constraint', 'CER-18': 'revocation list', 'CER-21': 'county', 'CER-22': 'breadth of jurisdiction', 'CER-28': 'renewal date', 'CER-30': 'reason for revocation',
}
export const hl7SegmentNames: Readonly<Record<string, string>> = { AFF: 'professional affiliation', EDU: 'education', LAN: 'language', ORG: 'organization unit', GSP: 'gender and pronouns', GSR: 'recorded sex', GSC: 'sex parameter', NTE: 'note', PRT: 'participation', ARV: 'access restriction' }

/** What a column means, for choosing. */
export const staffFieldWords = {
  'staff-number': 'Person’s number', 'given-name': 'Given name', 'family-name': 'Family name', 'full-name': 'Full name', telephone: 'Telephone', role: 'Role, degree or job', certification: 'Certification: what it is',
  number: 'Certification: number', issuer: 'Certification: issuer', jurisdiction: 'Certification: where it is good', issued: 'Certification: issued', effective: 'Certification: counts from', expires: 'Certification: expires',
  status: 'Certification: status', restrictions: 'Certification: restrictions', note: 'Certification: note',
} as const

/** What an entry becomes, in a word or two. */
export const staffOutcomeWords = {
  'person-new': 'new person', 'person-known': 'person known', 'certification-new': 'recorded, not verified', 'certification-known': 'recorded already', 'left-out': 'left out', unreadable: 'not understood',
} as const

/** How many entries become what. */
export const staffOutcomeCounts = {
  'person-new': (count: number) => counted(count, 'new person', 'new people'), 'person-known': (count: number) => counted(count, 'entry of a known person', 'entries of known people'),
  'certification-new': (count: number) => counted(count, 'certification to record', 'certifications to record'), 'certification-known': (count: number) => counted(count, 'known certification'),
  'left-out': (count: number) => counted(count, 'certification left out', 'certifications left out'), unreadable: (count: number) => `${count} not understood`,
} as const

/** The staff list's part of the exchange screen. */
export const staffImportText = {
  tabs: { book: 'Patients and visits', staff: 'Staff list' },
  tabsLabel: 'What to bring in',
  start: 'A staff list from another program',
  startHint: 'A CSV table, an HL7 v2 staff file (MFN^M02) or a FHIR R4 bundle of practitioners. Certifications arrive recorded and not verified: they do not count until the issuer was asked.',
  choose: 'Choose a staff list',
  mayNot: 'Only a clinical lead or an administrator may bring in a staff list.',
  formats: { csv: 'table', hl7v2: 'HL7 v2 master file', fhir: 'FHIR R4' },
  facts: (entries: number, format: string, encoding: string) => `${counted(entries, 'entry', 'entries')} · ${format} · ${encoding}`,
  importButton: (people: number, papers: number) =>
    people === 0 && papers === 0 ? 'Nothing new to import' : `Record ${[...(people === 0 ? [] : [counted(people, 'person', 'people')]), ...(papers === 0 ? [] : [counted(papers, 'certification')])].join(' and ')}`,
  nothingNew: 'Everybody and every certification of this list is here already, or could not be read.',
  saved: (people: number, papers: number) => `${counted(people, 'person', 'people')} and ${counted(papers, 'certification')} recorded.`,
  savedHint: 'Nothing of it counts yet: verify each certification with its issuer, under Staff.',
  savedLabel: 'Import of a staff list',
  counts: 'What the entries become',
  types: 'Certifications',
  typesHint: 'A new type grants nothing until the clinical lead says what it certifies for.',
  type: 'In the list', typeHere: 'Here',
  typeOf: (name: string) => `What ${name} is here`,
  newType: 'a new type of that name',
  typeLeftOut: 'leave it out',
  roles: 'Roles',
  rolesHint: 'What the list’s degrees and job titles make of somebody who is new here. People who are here already keep their role.',
  role: 'In the list', roleHere: 'Here',
  roleOf: (name: string) => `What ${name} is here`,
  noRole: 'says nothing',
  rows: 'Entries of the list',
  views: { look: 'entries to look at', all: 'all entries' },
  noRows: 'This list has no entries.',
  noneToLookAt: 'Every entry was understood.',
  at: 'No.', person: 'Person', certification: 'Certification',
  summary: (shown: number, all: number) => `${shown} of ${counted(all, 'entry', 'entries')}`,
  parts: { rows: 'Entries', how: 'How this list is read' },
} as const
