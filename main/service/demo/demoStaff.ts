import type { Qualification, QualificationStatus } from '../../../shared/domain/certification.ts'
import type { Role } from '../../../shared/domain/person.ts'
import type { Absence, ShiftException } from '../../../shared/domain/shift.ts'
import type { ServiceKey } from './demoServices.ts'

/** Days are counted from today, so that the made-up practice tells the same story whatever today is. */
export type Day = number
export type PersonKey =
  | 'khan' | 'ortiz' | 'ito' | 'novakova' | 'silva' | 'lindqvist' | 'mensah' | 'garcia' | 'nguyen' | 'haddad' | 'fletcher' | 'wisniewski'
export type PlaceKey = 'main' | 'branch'

type DemoQualification = {
  readonly type: ServiceKey
  readonly issued: Day
  readonly expires: Day | null
  readonly status: QualificationStatus
  readonly verified: boolean
  readonly effective?: Day
  /** Follows the one before it. */
  readonly renewsLast?: true
  readonly more?: Partial<Pick<Qualification, 'jurisdiction' | 'scope' | 'restrictions' | 'note'>>
}
/** `offset` 0 is today's weekday, 1 tomorrow's and so on; minutes are of the day. */
export type DemoShift = { readonly place: PlaceKey; readonly offset: number; readonly start: number; readonly end: number }
export type DemoPerson = {
  readonly key: PersonKey
  readonly given: string
  readonly family: string
  readonly role: Role
  readonly qualifications: readonly DemoQualification[]
  readonly shifts: readonly DemoShift[]
}

const hour = 60
const held = (type: ServiceKey, expires: Day | null, issued: Day = -400): DemoQualification => ({ type, issued, expires, status: 'active', verified: true })
const days = (offsets: readonly number[], start = 8 * hour, end = 18 * hour): readonly DemoShift[] =>
  offsets.map(offset => ({ place: 'main', offset, start, end }))
const branchDay = (offset: number): DemoShift => ({ place: 'branch', offset, start: 9 * hour, end: 17 * hour })

/** Twelve people, and on them every way in which a certificate can count or fail to count. */
export const demoStaff: readonly DemoPerson[] = [
  { key: 'khan', given: 'Ayesha', family: 'Khan', role: 'physician', qualifications: [held('migraine', 300), held('dystonia', -1, -731)], shifts: days([0, 1, 5, 6]) },
  {
    key: 'ortiz', given: 'Mateo', family: 'Ortiz', role: 'physician', qualifications: [held('dystonia', 200), held('migraine', 80)],
    shifts: [...days([0], 14 * hour), ...days([1, 2, 3])],
  },
  { key: 'ito', given: '春香', family: '伊藤 (Ito)', role: 'physician', qualifications: [
      { ...held('blepharospasm', 500), more: { jurisdiction: 'US-IL', scope: { competences: null, products: ['onabotulinumtoxinA'], youngest: 18, oldest: null } } }, held('facial-lines', 240)], shifts: days([0, 1, 2, 3]) },
  { key: 'novakova', given: 'Petra', family: 'Nováková', role: 'nurse-practitioner', qualifications: [held('spasticity', 400), held('migraine', 365)], shifts: days([0, 2, 3, 5]) },
  { key: 'silva', given: 'João', family: 'Silva Tavares', role: 'physician-assistant', qualifications: [
      held('back-pain', 600), held('migraine', 25),
      { type: 'migraine', issued: -5, effective: 26, expires: 755, status: 'active', verified: false, renewsLast: true, more: { jurisdiction: 'US-IL', note: 'Came by post; the letter is in the ring binder' } },
    ], shifts: days([0, 2, 3, 6]) },
  {
    key: 'lindqvist', given: 'Astrid', family: 'Lindqvist', role: 'physician', qualifications: [held('dystonia', 90), held('spasticity', 150), held('back-pain', 120)],
    shifts: [branchDay(0), ...days([2, 3, 4, 5])],
  },
  { key: 'mensah', given: 'Kwame', family: 'Mensah', role: 'registered-nurse', qualifications: [held('migraine', 45), held('facial-lines', 3)], shifts: days([0, 1, 4, 5]) },
  {
    key: 'garcia', given: 'Lucía', family: 'García de la Vega', role: 'registered-nurse',
    qualifications: [held('facial-lines', 10), { type: 'migraine', issued: -12, expires: 718, status: 'active', verified: false }], shifts: days([0, 1, 4, 6]),
  },
  {
    key: 'nguyen', given: 'Thị Minh Anh', family: 'Nguyễn', role: 'nurse-practitioner',
    qualifications: [held('facial-lines', 260), held('migraine', 737, 7), { type: 'spasticity', issued: -500, expires: 330, status: 'suspended', verified: true }],
    shifts: days([0, 2, 3, 5]),
  },
  {
    key: 'haddad', given: 'ليلى', family: 'حداد (Haddad)', role: 'nurse-practitioner', qualifications: [held('blepharospasm', 60), held('migraine', 130), held('dystonia', null)],
    shifts: [branchDay(0), ...days([2, 3, 4, 6])],
  },
  { key: 'fletcher', given: 'Joan', family: 'Fletcher', role: 'receptionist', qualifications: [], shifts: days([0, 1, 2, 3, 4], 8 * hour, 16 * hour) },
  { key: 'wisniewski', given: 'Tomasz', family: 'Wiśniewski', role: 'physiotherapist', qualifications: [held('physiotherapy', null)], shifts: days([0, 2, 3, 5, 6]) },
]

export type DemoException = {
  readonly person: PersonKey
  readonly day: Day
  readonly kind: ShiftException['kind']
  readonly start: number
  readonly end: number
  readonly note: string
}
export const demoExceptions: readonly DemoException[] = [
  { person: 'garcia', day: 0, kind: 'removed', start: 16 * hour, end: 18 * hour, note: 'School meeting' },
  { person: 'khan', day: 6, kind: 'removed', start: 13 * hour, end: 18 * hour, note: 'Conference' },
  { person: 'ortiz', day: 5, kind: 'added', start: 8 * hour, end: 12 * hour, note: 'Extra dystonia morning' },
  { person: 'novakova', day: 10, kind: 'removed', start: 8 * hour, end: 18 * hour, note: 'Swapped' },
  { person: 'mensah', day: -3, kind: 'added', start: 8 * hour, end: 14 * hour, note: 'Stood in for a colleague' },
  { person: 'ito', day: 23, kind: 'removed', start: 8 * hour, end: 12 * hour, note: 'Teaching' },
]

/** Away from the start of `from` up to but not including the start of `until`. */
export type DemoAbsence = { readonly person: PersonKey; readonly from: Day; readonly until: Day; readonly reason: Absence['reason']; readonly note: string }
export const demoAbsences: readonly DemoAbsence[] = [
  { person: 'silva', from: 0, until: 2, reason: 'sick', note: '' },
  { person: 'mensah', from: 8, until: 9, reason: 'training', note: 'Refresher day' },
  { person: 'ito', from: 15, until: 19, reason: 'leave', note: '' },
  { person: 'lindqvist', from: 30, until: 44, reason: 'leave', note: '' },
  { person: 'garcia', from: -10, until: -6, reason: 'leave', note: '' },
]
