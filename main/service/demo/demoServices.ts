import type { CertificationType, ExpiryRule } from '../../../shared/domain/certification.ts'
import type { ServiceType, Supervision } from '../../../shared/domain/service.ts'
import type { Role } from '../../../shared/domain/person.ts'

/** The words by which the made-up practice's own tables name what it offers. */
export type ServiceKey = 'migraine' | 'dystonia' | 'spasticity' | 'blepharospasm' | 'back-pain' | 'facial-lines' | 'drooling' | 'physiotherapy'

export type DemoCompetence = { readonly code: string; readonly label: string }
export type DemoCertificationType = {
  readonly key: ServiceKey
  readonly name: string
  readonly issuer: string
  readonly competences: readonly string[]
  readonly expiry: ExpiryRule
  readonly active: CertificationType['active']
}
export type DemoService = {
  readonly key: ServiceKey
  readonly name: string
  readonly minutes: number
  readonly competences: readonly string[]
  readonly roles: readonly Role[]
  readonly supervision: (Omit<Supervision, 'competences'> & { readonly competences: readonly [] }) | null
  readonly labelStatus: ServiceType['labelStatus']
  readonly purpose: ServiceType['purpose']
  readonly status: 'approved' | 'draft'
  readonly note: string
  /** It goes with an injection visit, and nobody is injected. */
  readonly physiotherapy?: true
}

export const demoCompetences: readonly DemoCompetence[] = [
  { code: 'chronic-migraine', label: 'Chronic migraine, 31 sites' },
  { code: 'cervical-dystonia', label: 'Cervical dystonia' },
  { code: 'upper-limb-spasticity', label: 'Upper-limb spasticity' },
  { code: 'blepharospasm', label: 'Blepharospasm' },
  { code: 'chronic-low-back-pain', label: 'Chronic low-back pain (off-label)' },
  { code: 'upper-facial-lines', label: 'Upper facial lines' },
  { code: 'chronic-sialorrhea', label: 'Chronic sialorrhea' },
  { code: 'physiotherapy', label: 'Physiotherapy' },
]

const months = (count: number): ExpiryRule => ({ kind: 'months', months: count })
const type = (key: ServiceKey, name: string, issuer: string, competence: string, expiry: ExpiryRule): DemoCertificationType =>
  ({ key, name, issuer, competences: [competence], expiry, active: true })

export const demoCertificationTypes: readonly DemoCertificationType[] = [
  type('migraine', 'Migraine injection course (31 sites)', 'Demo Headache College', 'chronic-migraine', months(24)),
  type('dystonia', 'Dystonia injector certificate', 'Demo Movement Academy', 'cervical-dystonia', months(24)),
  type('spasticity', 'Spasticity with ultrasound guidance', 'Demo Rehabilitation Board', 'upper-limb-spasticity', months(36)),
  type('blepharospasm', 'Periocular injector certificate', 'Demo Movement Academy', 'blepharospasm', months(36)),
  type('back-pain', 'Spinal pain injection course', 'Demo Pain Institute', 'chronic-low-back-pain', months(24)),
  type('facial-lines', 'Facial aesthetics injector', 'Demo Aesthetics Council', 'upper-facial-lines', { kind: 'fixed-date', month: 12, day: 31 }),
  type('physiotherapy', 'Physiotherapy licence', 'Demo Board of Physiotherapy', 'physiotherapy', { kind: 'never' }),
]

const prescribers: readonly Role[] = ['physician', 'nurse-practitioner', 'physician-assistant', 'pharmacist-prescriber']
const prescribersAndNurses: readonly Role[] = [...prescribers, 'registered-nurse']

export const demoServices: readonly DemoService[] = [
  {
    key: 'migraine', name: 'Chronic migraine (31 sites)', minutes: 30, competences: ['chronic-migraine'], roles: prescribersAndNurses, supervision: null,
    labelStatus: 'on-label', purpose: 'therapeutic', status: 'approved', note: '',
  },
  {
    key: 'dystonia', name: 'Cervical dystonia', minutes: 45, competences: ['cervical-dystonia'], roles: prescribers, supervision: null,
    labelStatus: 'on-label', purpose: 'therapeutic', status: 'approved', note: '',
  },
  {
    key: 'spasticity', name: 'Upper-limb spasticity', minutes: 60, competences: ['upper-limb-spasticity'], roles: prescribers, supervision: null,
    labelStatus: 'on-label', purpose: 'therapeutic', status: 'approved', note: 'Ultrasound machine in room 3.',
  },
  {
    key: 'blepharospasm', name: 'Blepharospasm', minutes: 30, competences: ['blepharospasm'], roles: prescribers, supervision: null,
    labelStatus: 'on-label', purpose: 'therapeutic', status: 'approved', note: '',
  },
  {
    key: 'back-pain', name: 'Chronic low-back pain (off-label)', minutes: 45, competences: ['chronic-low-back-pain'], roles: prescribers, supervision: null,
    labelStatus: 'off-label', purpose: 'therapeutic', status: 'approved', note: 'Thin evidence: agreed with each patient beforehand.',
  },
  {
    key: 'facial-lines', name: 'Upper facial lines', minutes: 30, competences: ['upper-facial-lines'], roles: prescribersAndNurses,
    supervision: { roles: ['physician'], competences: [], presence: 'on-site', atMost: 2 }, labelStatus: 'cosmetic', purpose: 'cosmetic', status: 'approved', note: '',
  },
  {
    key: 'physiotherapy', name: 'Physiotherapy', minutes: 30, competences: ['physiotherapy'], roles: ['physiotherapist'], supervision: null,
    labelStatus: 'on-label', purpose: 'therapeutic', status: 'approved', note: 'The same day as the injection, or within a week.', physiotherapy: true,
  },
  {
    key: 'drooling', name: 'Chronic sialorrhea', minutes: 30, competences: ['chronic-sialorrhea'], roles: prescribers, supervision: null,
    labelStatus: 'on-label', purpose: 'therapeutic', status: 'draft', note: 'Waiting for the clinical lead.',
  },
]
