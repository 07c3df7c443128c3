import { type CertificationType, type Competence, type ExpiryRule, plainType } from '../../../shared/domain/certification.ts'
import { parseCompetence } from '../../../shared/domain/competence.ts'
import { asId, type CertificationTypeId, type ServiceTypeId } from '../../../shared/domain/ids.ts'
import type { Role } from '../../../shared/domain/person.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'

// Everything here is a proposal that a clinical lead must look at: service types arrive as drafts, which nothing can be booked on.

const labels = {
  'toxin-basics': 'Botulinum toxin: products, reconstitution, complications',
  'clinical-licence': 'Licence to practise',
  'chronic-migraine': 'Chronic migraine, 31 sites',
  'cervical-dystonia': 'Cervical dystonia',
  'upper-limb-spasticity': 'Upper-limb spasticity',
  blepharospasm: 'Blepharospasm',
  'chronic-low-back-pain': 'Chronic low-back pain (off-label)',
  'upper-facial-lines': 'Upper facial lines',
  'guided-injection': 'Guidance by EMG or ultrasound',
  'basic-life-support': 'Basic life support',
  'competence-review': 'Reviewed competence',
  'continuing-education': 'Continuing education',
  'indemnity-cover': 'Indemnity cover',
  'not-excluded': 'On no exclusion list',
} as const
type Code = keyof typeof labels

function competence(code: Code): Competence {
  const parsed = parseCompetence(code)
  if (parsed === null) throw new Error(`not a competence: ${code}`)
  return parsed
}

const isCode = (code: string): code is Code => code in labels

export const shippedCompetences: readonly { readonly code: Competence; readonly label: string }[] =
  Object.keys(labels).filter(isCode).map(code => ({ code: competence(code), label: labels[code] }))

const months = (count: number): ExpiryRule => ({ kind: 'months', months: count })

// Technique trainings have no legal expiry: practices set a review of their competence after 12 or 24 months, the rarer the shorter.
// Licences: about 2 years in the United States (NMC 3, Ahpra 1); basic life support 2 years. The date on the document goes first.
const certificationTypes: readonly (readonly [name: string, issuer: string, grants: readonly Code[], expiry: ExpiryRule, more?: Partial<CertificationType>])[] = [
  ['State licence', 'State board or professional register', ['clinical-licence'], months(24), { kind: 'licence' }],
  ['Botulinum toxin product training', 'Manufacturer or professional society', ['toxin-basics'], months(24)],
  ['Chronic migraine technique (31 sites)', 'Training provider', ['chronic-migraine'], months(24)],
  ['Cervical dystonia technique', 'Training provider', ['cervical-dystonia'], months(12)],
  ['Upper-limb spasticity technique', 'Training provider', ['upper-limb-spasticity'], months(12)],
  ['Blepharospasm technique', 'Training provider', ['blepharospasm'], months(12)],
  ['Low-back technique (off-label)', 'Training provider', ['chronic-low-back-pain'], months(12)],
  ['Upper facial lines technique', 'Training provider', ['upper-facial-lines'], months(24)],
  ['EMG or ultrasound guidance', 'Training provider', ['guided-injection'], months(24)],
  ['Basic life support', 'Course provider', ['basic-life-support'], months(24)],
  // Followed in the same way at other intervals: insurers renew yearly, exclusion lists (OIG LEIE, SAM) are looked through monthly.
  ['Competence review', 'Clinical lead', ['competence-review'], months(12), { kind: 'competence-review' }],
  ['Continuing education hours', 'Professional body', ['continuing-education'], months(12), { kind: 'cpd', hours: 20 }],
  ['Indemnity cover', 'Insurer', ['indemnity-cover'], months(12), { kind: 'indemnity' }],
  ['Exclusion-list check', 'OIG LEIE and SAM, or the register that applies', ['not-excluded'], months(1), { kind: 'exclusion-check' }],
]

/** Certification types that a new practice starts with. */
export const shippedCertificationTypes = (newId: () => string): readonly CertificationType[] =>
  certificationTypes.map(([name, issuer, grants, expiry, more = {}]) =>
    ({ id: asId<CertificationTypeId>(newId()), version: 1, name, issuer, competences: grants.map(competence), expiry, active: true, ...plainType, ...more }))

const prescribers: readonly Role[] = ['physician', 'nurse-practitioner', 'physician-assistant']
const nursesToo: readonly Role[] = [...prescribers, 'registered-nurse']
const always: readonly Code[] = ['clinical-licence', 'toxin-basics']

type Draft = {
  readonly name: string
  readonly minutes: number
  readonly needs: readonly Code[]
  readonly roles: readonly Role[]
  readonly labelStatus: ServiceType['labelStatus']
  readonly purpose: ServiceType['purpose']
  readonly note: string
}

const whoMay = 'Who may inject differs by state and country: set the roles and the supervision that hold here before approving.'

const drafts: readonly Draft[] = [
  {
    name: 'Chronic migraine (31 sites)', minutes: 30, needs: ['chronic-migraine'], roles: nursesToo, labelStatus: 'on-label', purpose: 'therapeutic',
    note: `US label (onabotulinumtoxinA): adults with 15 or more headache days a month; 31 sites; not sooner than every 12 weeks. ${whoMay}`,
  },
  {
    name: 'Cervical dystonia', minutes: 45, needs: ['cervical-dystonia', 'guided-injection'], roles: prescribers, labelStatus: 'on-label', purpose: 'therapeutic',
    note: `US labels, adults; not sooner than every 12 weeks (daxibotulinumtoxinA: 3 months). Products differ and cannot be converted into each other. ${whoMay}`,
  },
  {
    name: 'Upper-limb spasticity', minutes: 60, needs: ['upper-limb-spasticity', 'guided-injection'], roles: prescribers, labelStatus: 'on-label', purpose: 'therapeutic',
    note: `US labels, adults: not sooner than every 12 weeks. Children: other limits, and 16 weeks with abobotulinumtoxinA. ${whoMay}`,
  },
  {
    name: 'Blepharospasm', minutes: 30, needs: ['blepharospasm'], roles: prescribers, labelStatus: 'on-label', purpose: 'therapeutic',
    note: `US label (onabotulinumtoxinA): from 12 years; effect lasts about 3 months. incobotulinumtoxinA: adults, not sooner than every 12 weeks. ${whoMay}`,
  },
  {
    name: 'Chronic low-back pain (off-label)', minutes: 45, needs: ['chronic-low-back-pain', 'guided-injection'], roles: prescribers, labelStatus: 'off-label', purpose: 'therapeutic',
    note: `Off-label for every product: the clinician's own record and the patient's consent are needed. Evidence is thin and disagrees (Foster 2001, n=31, for; Cogne 2017, BMC Musculoskelet Disord 10.1186/s12891-017-1816-6, no difference). ${whoMay}`,
  },
  {
    name: 'Upper facial lines', minutes: 30, needs: ['upper-facial-lines'], roles: nursesToo, labelStatus: 'cosmetic', purpose: 'cosmetic',
    note: `US labels, adults: forehead, frown and crow's-feet lines; not sooner than every 3 months. Many places ask for a prescriber's examination first. ${whoMay}`,
  },
]

/** Service types that a new practice starts with: drafts, until its clinical lead approves them. */
export const shippedServiceTypes = (newId: () => string): readonly ServiceType[] => drafts.map(({ needs, ...fields }) => ({
  ...fields, id: asId<ServiceTypeId>(newId()), version: 1, competences: [...always, ...needs].map(competence), supervision: null, needsRoom: true, minimumIntervalDays: 84, productIntervals: [], physiotherapy: false, status: 'draft',
}))
