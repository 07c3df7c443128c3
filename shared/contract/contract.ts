import { z } from 'zod'
import type {
  AbsenceId, AccountId, AppointmentId, CertificationTypeId, LocationId, PatientId, PractitionerId, QualificationId, RoomId, ServiceTypeId,
  ShiftExceptionId, ShiftPatternId,
} from '../domain/ids.ts'
import { permissions } from '../domain/permission.ts'
import { appointmentCard, cardTemplate } from './card.ts'
import { command, query, stream } from './define.ts'
import { importFile, importMapping, importReport } from './exchange.ts'
import {
  account, accountFields, certificationType, certificationTypeFields, patient, patientFields, practitioner, practitionerFields, qualification,
  qualificationFields, verificationMethod,
} from './people.ts'
import {
  absence, absenceFields, location, locationFields, practice, practiceFields, room, roomFields, serviceStatus, serviceType, serviceTypeFields,
  shiftException, shiftExceptionFields, shiftPattern, shiftPatternFields,
} from './places.ts'
import { competence, id, instant, line, list, nothing, plainDate, type Schema, version, wallDateTime, words } from './scalars.ts'
import { impact, schedule, stripDay, visit } from './schedule.ts'
import { closedSlot, fragileStretch, slot, staffingGap, verdict, workingInterval } from './staffing.ts'

/** What a saved staffing edit answers: what it did to the visits, and the row (`null` while only previewing). */
const withImpact = <T>(row: Schema<T>) => z.strictObject({ impact, saved: row.nullable() })
/** `true`: say what it would do, save nothing. */
const preview = { preview: z.boolean() }
/** The version that the caller saw; another one is refused as stale. */
const seen = <Id>(of: Schema<Id>) => ({ id: of, version })
const signIn = z.strictObject({ account, permissions: list(z.enum(permissions)) })
const password = z.string().min(1).max(200)
const demoAccount = z.strictObject({ username: line, displayName: line, role: line, password: line })
const where = { locationId: id<LocationId>(), start: wallDateTime, performerId: id<PractitionerId>().nullable(), roomId: id<RoomId>().nullable() }
/** Which of the two, when a wall time happens twice. */
const fold = { fold: z.enum(['earlier', 'later']).nullable() }
/** Why it is booked although not staffed; `null` when it need not be. */
const overrideReason = { overrideReason: line.min(3).nullable() }
const auditEvent = z.strictObject({
  sequence: z.int(), at: instant, accountName: line, accountId: id<AccountId>().nullable(), action: line, entity: line, entityId: z.string(),
  outcome: z.enum(['success', 'refused']), detail: z.string(),
})
const placeProblems = [
  'not-found', 'stale', 'slot-taken', 'not-staffed', 'outside-opening-hours', 'service-not-approved', 'room-needed', 'no-such-time', 'ambiguous-time', 'not-allowed-now',
] as const

/** Every request that the service answers: what it takes, what it gives, how it refuses, and the permission it needs. */
export const contract = {
  system: {
    status: query({
      permission: 'public', summary: 'Whether the practice exists, is locked or open',
      input: nothing, problems: [],
      output: z.strictObject({
        state: z.enum(['first-run', 'locked', 'open']), demo: z.boolean(), practiceName: line, version: line, hasPassphrase: z.boolean(),
        /** Whether the operating system's key store opens the practice by itself. */
        keyStore: z.enum(['available', 'unavailable']), demoAccounts: list(demoAccount),
      }),
    }),
    create: command({
      permission: 'public', summary: 'First run: makes the practice, its locations and the clinical lead’s account',
      input: z.strictObject({
        practice: z.strictObject(practiceFields),
        locations: list(z.strictObject({ ...locationFields, rooms: list(line.min(1), 50) }), 50),
        lead: z.strictObject({ username: line.min(1), displayName: line.min(1), password }),
        /** Needed where no key store is available. */
        passphrase: z.string().max(200).nullable(),
        /** `null`: an encrypted file on this computer. */
        postgresUrl: z.string().max(500).nullable(),
      }),
      output: z.strictObject({ recoveryKey: line }), problems: ['already-set-up', 'no-such-time'],
    }),
    tryDemo: command({
      permission: 'public', summary: 'First run’s other door: opens a made-up practice in a folder of its own', input: nothing, output: nothing, problems: ['already-set-up'],
    }),
    unlock: command({
      permission: 'public', summary: 'Opens a locked practice with its passphrase or its recovery key',
      input: z.strictObject({ secret: z.string().min(1).max(200), kind: z.enum(['passphrase', 'recovery-key']) }),
      output: nothing, problems: ['wrong-key', 'wrong-credentials'],
    }),
    setPassphrase: command({
      permission: 'practice.write', summary: 'Sets a new passphrase; the old one stops working',
      input: z.strictObject({ passphrase: z.string().min(1).max(200) }), output: nothing, problems: [],
    }),
    desk: query({
      permission: 'signed-in', summary: 'For the bottom line: store, desks connected, last change',
      input: nothing, problems: [],
      output: z.strictObject({ engine: z.enum(['sqlite', 'postgresql']), desks: z.int(), lastSaved: instant.nullable(), now: instant }),
    }),
    changes: stream({
      permission: 'signed-in', summary: 'Names what has changed, after each commit',
      output: z.strictObject({ sequence: z.int(), areas: list(z.enum(['practice', 'staff', 'patients', 'appointments', 'accounts'])) }),
    }),
  },
  session: {
    signIn: command({
      permission: 'public', summary: 'Signs a person in',
      input: z.strictObject({ username: line, password }),
      output: z.strictObject({ session: z.string(), account, permissions: list(z.enum(permissions)) }), problems: ['wrong-credentials'],
    }),
    signOut: command({ permission: 'signed-in', summary: 'Signs out', input: nothing, output: nothing, problems: [] }),
    current: query({ permission: 'signed-in', summary: 'Who is signed in and what they may do', input: nothing, output: signIn, problems: [] }),
  },
  account: {
    list: query({ permission: 'account.write', summary: 'Everybody who may sign in', input: nothing, output: list(account), problems: [] }),
    record: command({
      permission: 'account.write', summary: 'Adds an account', input: z.strictObject({ ...accountFields, password }), output: account, problems: ['duplicate', 'not-found'],
    }),
    amend: command({
      permission: 'account.write', summary: 'Changes an account', input: z.strictObject({ ...seen(id<AccountId>()), ...accountFields }), output: account,
      problems: ['not-found', 'stale', 'duplicate', 'in-use'],
    }),
    setPassword: command({
      permission: 'account.write', summary: 'Gives an account a new password; its sessions end', input: z.strictObject({ id: id<AccountId>(), password }), output: nothing,
      problems: ['not-found'],
    }),
  },
  practice: {
    read: query({
      permission: 'signed-in', summary: 'The practice, its locations and rooms', input: nothing, problems: [],
      output: z.strictObject({ practice, locations: list(location), rooms: list(room) }),
    }),
    amend: command({ permission: 'practice.write', summary: 'Changes the practice', input: z.strictObject({ ...practiceFields, version }), output: practice, problems: ['stale'] }),
  },
  location: {
    record: command({ permission: 'practice.write', summary: 'Adds a location', input: z.strictObject(locationFields), output: location, problems: ['no-such-time'] }),
    amend: command({
      permission: 'practice.write', summary: 'Changes a location', input: z.strictObject({ ...seen(id<LocationId>()), ...locationFields }), output: location,
      problems: ['not-found', 'stale', 'in-use'],
    }),
  },
  room: {
    record: command({ permission: 'practice.write', summary: 'Adds a room', input: z.strictObject(roomFields), output: room, problems: ['not-found', 'duplicate'] }),
    amend: command({
      permission: 'practice.write', summary: 'Changes a room', input: z.strictObject({ ...seen(id<RoomId>()), ...roomFields }), output: room,
      problems: ['not-found', 'stale', 'duplicate'],
    }),
  },
  staff: {
    read: query({
      permission: 'staff.read', summary: 'The whole staff register, with the visits that hang on each certification', input: nothing, problems: [],
      output: z.strictObject({
        practitioners: list(practitioner), certificationTypes: list(certificationType), competences: list(z.strictObject({ code: competence, label: line })),
        qualifications: list(qualification), shiftPatterns: list(shiftPattern), shiftExceptions: list(shiftException), absences: list(absence),
        /** Standing visits from today on that the person performs, and those among them that need this certification. */
        atStake: list(z.strictObject({ practitionerId: id<PractitionerId>(), certificationTypeId: id<CertificationTypeId>().nullable(), visits: z.int() })),
        today: plainDate,
      }),
    }),
    staffing: query({
      permission: 'staff.read', summary: 'Flagged visits, gaps and who is at work, for every location in a range of days (at most 53 weeks)',
      input: z.strictObject({ from: plainDate, through: plainDate, locationId: id<LocationId>().nullable() }), problems: ['not-found'],
      output: z.strictObject({
        verdicts: list(z.strictObject({
          appointmentId: id<AppointmentId>(), start: wallDateTime, locationId: id<LocationId>(), serviceTypeId: id<ServiceTypeId>(), performerId: id<PractitionerId>().nullable(), verdict,
        })),
        gaps: list(staffingGap), fragile: list(fragileStretch), working: list(workingInterval),
      }),
    }),
  },
  practitioner: {
    record: command({ permission: 'practitioner.write', summary: 'Adds a staff member', input: z.strictObject(practitionerFields), output: practitioner, problems: ['not-found'] }),
    amend: command({
      permission: 'practitioner.write', summary: 'Changes a staff member', input: z.strictObject({ ...seen(id<PractitionerId>()), ...practitionerFields, ...preview }),
      output: withImpact(practitioner), problems: ['not-found', 'stale'],
    }),
  },
  competence: {
    record: command({ permission: 'certification.write', summary: 'Adds a competence', input: z.strictObject({ label: line.min(1) }), output: z.strictObject({ code: competence, label: line }), problems: ['duplicate'] }),
  },
  certificationType: {
    record: command({ permission: 'certification.write', summary: 'Adds a certification type', input: z.strictObject(certificationTypeFields), output: certificationType, problems: ['duplicate', 'not-found'] }),
    amend: command({
      permission: 'certification.write', summary: 'Changes a certification type', input: z.strictObject({ ...seen(id<CertificationTypeId>()), ...certificationTypeFields, ...preview }),
      output: withImpact(certificationType), problems: ['not-found', 'stale', 'duplicate'],
    }),
  },
  qualification: {
    record: command({
      permission: 'certification.write', summary: 'Records a certification; it does not count before it is verified', input: z.strictObject({ ...qualificationFields, ...preview }),
      output: withImpact(qualification), problems: ['not-found'],
    }),
    amend: command({
      permission: 'certification.write', summary: 'Amends a certification; dates, number or type changed means verifying it again',
      input: z.strictObject({ ...seen(id<QualificationId>()), ...qualificationFields, ...preview }), output: withImpact(qualification), problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    verify: command({
      permission: 'certification.verify', summary: 'Records that the issuer was asked, how, and by whom; never by the holder',
      input: z.strictObject({ ...seen(id<QualificationId>()), method: verificationMethod, source: line, ...preview }), output: withImpact(qualification),
      problems: ['not-found', 'stale', 'forbidden', 'not-allowed-now'],
    }),
  },
  shiftPattern: {
    record: command({ permission: 'shift.write', summary: 'Adds a weekly shift', input: z.strictObject({ ...shiftPatternFields, ...preview }), output: withImpact(shiftPattern), problems: ['not-found', 'duplicate'] }),
    amend: command({
      permission: 'shift.write', summary: 'Changes a weekly shift', input: z.strictObject({ ...seen(id<ShiftPatternId>()), ...shiftPatternFields, ...preview }), output: withImpact(shiftPattern),
      problems: ['not-found', 'stale', 'duplicate'],
    }),
    remove: command({ permission: 'shift.write', summary: 'Takes a weekly shift away', input: z.strictObject({ ...seen(id<ShiftPatternId>()), ...preview }), output: withImpact(shiftPattern), problems: ['not-found', 'stale'] }),
  },
  shiftException: {
    record: command({ permission: 'shift.write', summary: 'Adds or removes hours on one date', input: z.strictObject({ ...shiftExceptionFields, ...preview }), output: withImpact(shiftException), problems: ['not-found'] }),
    remove: command({ permission: 'shift.write', summary: 'Takes a dated change back', input: z.strictObject({ ...seen(id<ShiftExceptionId>()), ...preview }), output: withImpact(shiftException), problems: ['not-found', 'stale'] }),
  },
  absence: {
    record: command({ permission: 'shift.write', summary: 'Records an absence', input: z.strictObject({ ...absenceFields, ...preview }), output: withImpact(absence), problems: ['not-found', 'no-such-time', 'ambiguous-time'] }),
    amend: command({
      permission: 'shift.write', summary: 'Changes an absence', input: z.strictObject({ ...seen(id<AbsenceId>()), ...absenceFields, ...preview }), output: withImpact(absence),
      problems: ['not-found', 'stale', 'no-such-time', 'ambiguous-time'],
    }),
    remove: command({ permission: 'shift.write', summary: 'Takes an absence back', input: z.strictObject({ ...seen(id<AbsenceId>()), ...preview }), output: withImpact(absence), problems: ['not-found', 'stale'] }),
  },
  serviceType: {
    list: query({ permission: 'signed-in', summary: 'Every service type, drafts and retired ones too', input: nothing, output: list(serviceType), problems: [] }),
    record: command({ permission: 'service.write', summary: 'Adds a service type as a draft', input: z.strictObject(serviceTypeFields), output: serviceType, problems: ['duplicate', 'not-found'] }),
    amend: command({
      permission: 'service.write', summary: 'Changes a service type', input: z.strictObject({ ...seen(id<ServiceTypeId>()), ...serviceTypeFields, ...preview }), output: withImpact(serviceType),
      problems: ['not-found', 'stale', 'duplicate'],
    }),
    setStatus: command({
      permission: 'service.write', summary: 'Approves, retires, or takes back to draft', input: z.strictObject({ ...seen(id<ServiceTypeId>()), status: serviceStatus, ...preview }),
      output: withImpact(serviceType), problems: ['not-found', 'stale'],
    }),
  },
  patient: {
    find: query({
      permission: 'patient.read', summary: 'Finds patients by part of a name, telephone or record number, forgiving typing errors; empty text gives those seen last',
      input: z.strictObject({ text: line, limit: z.int().min(1).max(50) }), output: list(patient), problems: [],
    }),
    read: query({
      permission: 'patient.read', summary: 'One patient with all visits, latest first', input: z.strictObject({ id: id<PatientId>() }),
      output: z.strictObject({ patient, visits: list(visit) }), problems: ['not-found'],
    }),
    record: command({
      permission: 'patient.write', summary: 'Registers a patient; refused with the likely duplicates unless told to go on',
      input: z.strictObject({ ...patientFields, evenIfDuplicate: z.boolean() }), output: patient, problems: ['possible-duplicates', 'duplicate'],
    }),
    amend: command({
      permission: 'patient.write', summary: 'Amends a patient', input: z.strictObject({ ...seen(id<PatientId>()), ...patientFields, status: z.enum(['active', 'inactive', 'entered-in-error']) }),
      output: patient, problems: ['not-found', 'stale', 'duplicate', 'in-use'],
    }),
  },
  schedule: {
    read: query({
      permission: 'appointment.read', summary: 'Days of one location: people at work, visits with their verdicts, gaps',
      input: z.strictObject({ locationId: id<LocationId>(), from: plainDate, days: z.int().min(1).max(14) }), output: schedule, problems: ['not-found'],
    }),
    strip: query({
      permission: 'appointment.read', summary: 'One cell a day: which of the coming days are safe', problems: ['not-found'],
      input: z.strictObject({ locationId: id<LocationId>(), from: plainDate, days: z.int().min(1).max(370) }), output: list(stripDay),
    }),
  },
  slot: {
    find: query({
      permission: 'appointment.read', summary: 'The earliest eligible places for a service, each with its injector; the closed ones with their reasons on demand',
      input: z.strictObject({
        serviceTypeId: id<ServiceTypeId>(), locationId: id<LocationId>(), from: plainDate, days: z.int().min(1).max(370), limit: z.int().min(1).max(100),
        performerId: id<PractitionerId>().nullable(), partOfDay: z.enum(['morning', 'afternoon']).nullable(), includeClosed: z.boolean(),
        /** The visit that is being moved: its own place counts as free. */
        moving: id<AppointmentId>().nullable(),
      }),
      output: z.strictObject({ slots: list(slot), closed: list(closedSlot) }), problems: ['not-found', 'service-not-approved'],
    }),
    assess: query({
      permission: 'appointment.read', summary: 'What the engine would say of a visit at this place', problems: ['not-found', 'no-such-time', 'ambiguous-time'],
      input: z.strictObject({ serviceTypeId: id<ServiceTypeId>(), ...where, ...fold, moving: id<AppointmentId>().nullable() }),
      output: z.strictObject({ verdict, outsideOpeningHours: z.boolean(), roomFree: z.boolean(), suggestedRoomId: id<RoomId>().nullable() }),
    }),
  },
  appointment: {
    read: query({
      permission: 'appointment.read', summary: 'One visit, and what was done to it', input: z.strictObject({ id: id<AppointmentId>() }),
      output: z.strictObject({ visit, history: list(auditEvent) }), problems: ['not-found'],
    }),
    book: command({
      permission: 'appointment.write', summary: 'Books a visit; the same request key never books twice',
      input: z.strictObject({ requestKey: z.uuid(), patientId: id<PatientId>(), serviceTypeId: id<ServiceTypeId>(), ...where, ...fold, ...overrideReason, note: words }),
      output: visit, problems: placeProblems,
    }),
    move: command({
      permission: 'appointment.write', summary: 'Moves a visit to another time, performer or room',
      input: z.strictObject({ ...seen(id<AppointmentId>()), ...where, ...fold, ...overrideReason }), output: visit, problems: placeProblems,
    }),
    cancel: command({
      permission: 'appointment.write', summary: 'Cancels a visit, with a reason', input: z.strictObject({ ...seen(id<AppointmentId>()), reason: line.min(1) }), output: visit,
      problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    mark: command({
      permission: 'appointment.write', summary: 'Checks in, completes, or notes that nobody came',
      input: z.strictObject({ ...seen(id<AppointmentId>()), status: z.enum(['arrived', 'fulfilled', 'noshow']) }), output: visit, problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    undo: command({
      permission: 'appointment.write', summary: 'Takes the last change of a visit back, if nothing else happened to it since and its old place is free',
      input: z.strictObject(seen(id<AppointmentId>())), output: visit, problems: ['not-found', 'stale', 'slot-taken', 'not-allowed-now'],
    }),
  },
  card: {
    read: query({ permission: 'card.print', summary: 'What the appointment card of a visit says', input: z.strictObject({ id: id<AppointmentId>() }), output: appointmentCard, problems: ['not-found'] }),
    printed: command({
      permission: 'card.print', summary: 'Notes that a card was printed or saved: by whom and on which stock, never its content',
      input: z.strictObject({ id: id<AppointmentId>(), template: cardTemplate, how: z.enum(['printed', 'saved']) }), output: nothing, problems: ['not-found'],
    }),
  },
  exchange: {
    previewCsv: query({
      permission: 'exchange.import', summary: 'Reads a CSV export and says what each row would become; saves nothing',
      input: z.strictObject({ file: importFile, mapping: importMapping.nullable() }), output: importReport, problems: ['file-unreadable', 'not-found'],
    }),
    importCsv: command({
      permission: 'exchange.import', summary: 'Imports a CSV export under a mapping, all of it or nothing', input: z.strictObject({ file: importFile, mapping: importMapping }),
      output: importReport, problems: ['file-unreadable', 'not-found'],
    }),
  },
  audit: {
    list: query({
      permission: 'audit.read', summary: 'What was done, by whom and when, latest first; and whether the chain of records is whole', problems: [],
      input: z.strictObject({ before: z.int().nullable(), limit: z.int().min(1).max(500), entityId: z.string().nullable() }),
      output: z.strictObject({ events: list(auditEvent), intact: z.boolean() }),
    }),
  },
} as const

export type Contract = typeof contract
