import type { Inputs } from '../../../main/service/handlers/types.ts'
import type { Visit } from '../../../shared/contract/schedule.ts'
import { plainPaper, plainType } from '../../../shared/domain/certification.ts'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import { type Patient, plainCard, type Practitioner } from '../../../shared/domain/person.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import { date, monday, time, wall } from '../../support/builders.ts'
import type { DeskClient } from '../../support/resultClient.ts'
import { aService, type Engine, testPassword, type TestService } from '../../support/service.ts'

/** The value of an answer that the test takes for granted. */
export async function given<T>(answer: Promise<Result<T, Problem>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}

/** Why an answer was refused. */
export async function refusal(answer: Promise<Result<unknown, Problem>>): Promise<Problem> {
  const result = await answer
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`)
  return result.problem
}

/**
 * A clinic on Monday 4 May 2026, eight in the morning: one location with two rooms; Khan certified for dystonia and on shift
 * on Mondays from 9 to 17, Ortiz on the same shift without a certificate; dystonia takes 30 minutes and no room.
 */
export async function aClinic(engine: Engine) {
  const service: TestService = await aService(engine)
  const lead = await service.asRole('clinical-lead')
  const desk = await service.asRole('front-desk')
  const { locations, rooms } = await given(lead.practice.read({}))
  const location = locations[0]
  if (location === undefined) throw new Error('a clinic without a place')

  const { code } = await given(lead.competence.record({ label: 'Neck' }))
  const training = await given(lead.certificationType.record({
    name: 'Neck training', issuer: 'Board', competences: [code], expiry: { kind: 'months', months: 24 }, active: true, ...plainType,
  }))
  const person = (given_: string, family: string): Promise<Practitioner> => given(lead.practitioner.record({
    name: { given: given_, family }, telephone: '', roles: [{ role: 'physician', locationId: null, from: null, through: null }], active: true,
  }))
  const khan = await person('Asma', 'Khan')
  const ortiz = await person('Mar', 'Ortiz')
  const shift = async (who: Practitioner, overrides: Partial<Inputs['shiftPattern']['record']> = {}) => {
    const { saved } = await given(lead.shiftPattern.record({
      practitionerId: who.id, locationId: location.id, weekday: 1, rule: null, start: time('09:00'), end: time('17:00'), from: date('2026-01-01'), through: null,
      presence: 'on-site', preview: false, ...overrides,
    }))
    return saved ?? lost()
  }
  const certify = async (who: Practitioner, overrides: Partial<Inputs['qualification']['record']> = {}) => {
    const { saved } = await given(lead.qualification.record({
      practitionerId: who.id, certificationTypeId: training.id, number: 'C-1', issuer: 'Board', issued: date('2025-01-01'), expires: date('2026-12-31'),
      status: 'active', ...plainPaper, preview: false, ...overrides,
    }))
    return verify(saved ?? lost())
  }
  const verify = async ({ id, version }: { readonly id: Inputs['qualification']['verify']['id']; readonly version: number }) =>
    (await given(lead.qualification.verify({ id, version, method: 'telephone', source: 'Ms Okafor', due: null, preview: false }))).saved ?? lost()

  const khansShift = await shift(khan)
  await shift(ortiz)
  const khansPaper = await certify(khan)
  const draft = await given(lead.serviceType.record({
    name: 'Neck', minutes: 30, competences: [code], roles: ['physician'], supervision: null, needsRoom: false, minimumIntervalDays: null, productIntervals: [], labelStatus: 'on-label', purpose: 'therapeutic', physiotherapy: false, note: '',
  }))
  const { saved: neck } = await given(lead.serviceType.setStatus({ id: draft.id, version: draft.version, status: 'approved', preview: false }))
  if (neck === null) throw new Error('the service was not approved')

  let registered = 0
  const patient = (overrides: Partial<Inputs['patient']['record']> = {}): Promise<Patient> => {
    registered += 1
    return given(desk.patient.record({
      name: { given: `Rosa ${registered}`, family: 'Ortega' }, birthDate: date('1961-07-09'), telephone: '', email: '', identifiers: [], travelMinutes: null,
      card: plainCard, note: '', evenIfDuplicate: true, ...overrides,
    }))
  }
  const rosa = await patient()
  const asked = (overrides: Partial<Inputs['appointment']['book']> = {}): Inputs['appointment']['book'] => ({
    requestKey: service.ports.newId(), patientId: rosa.id, serviceTypeId: neck.id, locationId: location.id, start: wall('2026-05-04T10:00'),
    performerId: null, roomId: null, fold: null, overrideReason: null, note: '', ...overrides,
  })
  /** Books, by default for a patient of its own. */
  const book = async (overrides: Partial<Inputs['appointment']['book']> = {}, who: DeskClient = desk): Promise<Visit> =>
    given(who.appointment.book(asked({ patientId: (await patient()).id, ...overrides })))
  /** A visit as the schedule of its day shows it. */
  const shown = async (id: AppointmentId, day = monday): Promise<Visit | undefined> => {
    const { days } = await given(desk.schedule.read({ locationId: location.id, from: day, days: 1 }))
    return days[0]?.visits.find(visit => visit.appointment.id === id)
  }
  /** The same people at a later hour, signed in again: a desk left alone signs out. */
  const later = async (now: Instant): Promise<{ readonly lead: DeskClient; readonly desk: DeskClient }> => {
    service.setNow(now)
    const again = async (username: string) =>
      service.client((await given(service.client(null).session.signIn({ username, password: testPassword }))).session)
    return { lead: await again('test-clinical-lead'), desk: await again('test-front-desk') }
  }
  return {
    later, service, lead, desk, location, rooms, code, training, khan, ortiz, khansShift, khansPaper, neck, rosa, patient, asked, book, shown, shift, certify, verify, person,
    verdictOf: async (id: AppointmentId, day = monday) => (await shown(id, day))?.verdict?.state,
  }
}

function lost(): never {
  throw new Error('nothing was saved')
}

export type Clinic = Awaited<ReturnType<typeof aClinic>>
