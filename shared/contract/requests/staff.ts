import { z } from 'zod'
import type { AppointmentId, CertificationTypeId, LocationId, PractitionerId, QualificationId, ServiceTypeId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { certificationType, certificationTypeFields, paperFields, practitioner, practitionerFields, qualification, qualificationFields, verificationMethod } from '../people.ts'
import { finding } from '../rules.ts'
import { absence, shiftException, shiftPattern } from '../places.ts'
import { competence, id, line, list, nothing, plainDate, wallDateTime } from '../scalars.ts'
import { visit } from '../schedule.ts'
import { fragileStretch, staffingGap, verdict, whatEnds, workingInterval } from '../staffing.ts'
import { withImpact, preview, seen } from './common.ts'

/** Requests about people at work and what they are certified for. */
export const staffRequests = {
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
          appointmentId: id<AppointmentId>(), start: wallDateTime, locationId: id<LocationId>(), serviceTypeId: id<ServiceTypeId>(), performerId: id<PractitionerId>().nullable(), verdict, findings: list(finding),
        })),
        gaps: list(staffingGap), fragile: list(fragileStretch), working: list(workingInterval),
      }),
    }),
    whatEnds: query({
      permission: 'appointment.read', summary: 'Certifications that end within so many days or do not count yet, with the visits and opening hours that hang on each', problems: [],
      input: z.strictObject({ days: z.int().min(1).max(371) }), output: z.strictObject({ ends: list(whatEnds), visits: list(visit) }),
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
    renew: command({
      permission: 'certification.write', summary: 'Records the certification that follows another; both are kept, and it starts on a day of its own',
      input: z.strictObject({ ...seen(id<QualificationId>()), ...paperFields, ...preview }), output: withImpact(qualification), problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    verify: command({
      permission: 'certification.verify', summary: 'Records that the issuer was asked, how, and by whom; never by the holder',
      input: z.strictObject({ ...seen(id<QualificationId>()), method: verificationMethod, source: line, due: plainDate.nullable(), ...preview }), output: withImpact(qualification),
      problems: ['not-found', 'stale', 'forbidden', 'not-allowed-now'],
    }),
  },
} as const
