import { auditTrail } from '../audit/auditTrail.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { accountRepository } from './accounts.ts'
import { alertRepositories } from './alerts.ts'
import { appointmentRepository } from './appointments.ts'
import { evidenceRepository } from './evidence.ts'
import { readStaffingFacts } from './factsCopy.ts'
import { paperRepository, printJobRepository } from './paper.ts'
import { patientRepository } from './patients.ts'
import { locationRepository, practiceRepository, roomRepository } from './places.ts'
import { scopeRuleRepository } from './rules.ts'
import { staffNumberRepository } from './staffNumbers.ts'
import { registerSnapshotRepository } from './registerSnapshots.ts'
import { recordVersions } from './recordVersions.ts'
import { availabilityRepository, minimumRepository } from './rota.ts'
import { seriesRepository } from './series.ts'
import { serviceTypeRepository } from './serviceTypes.ts'
import { sickCallRepository } from './sickCalls.ts'
import { absenceRepository, shiftExceptionRepository, shiftPatternRepository } from './shifts.ts'
import { waitingRepository } from './waiting.ts'
import { certificationTypeRepository, competenceRepository, practitionerRepository, qualificationRepository } from './staff.ts'

/** All that may be read and written within one transaction; a reading one is given out by the narrower type. */
export const repositories = (tx: Tx): WriteTx => ({
  practice: practiceRepository(tx),
  locations: locationRepository(tx),
  rooms: roomRepository(tx),
  accounts: accountRepository(tx),
  practitioners: practitionerRepository(tx),
  competences: competenceRepository(tx),
  certificationTypes: certificationTypeRepository(tx),
  qualifications: qualificationRepository(tx),
  serviceTypes: serviceTypeRepository(tx),
  shiftPatterns: shiftPatternRepository(tx),
  shiftExceptions: shiftExceptionRepository(tx),
  absences: absenceRepository(tx),
  rules: scopeRuleRepository(tx),
  availabilities: availabilityRepository(tx),
  staffingMinimums: minimumRepository(tx),
  patients: patientRepository(tx),
  appointments: appointmentRepository(tx),
  paper: paperRepository(tx),
  printJobs: printJobRepository(tx),
  series: seriesRepository(tx),
  sickCalls: sickCallRepository(tx),
  waiting: waitingRepository(tx),
  ...alertRepositories(tx),
  audit: auditTrail(tx),
  registerSnapshots: registerSnapshotRepository(tx),
  evidence: evidenceRepository(tx),
  staffNumbers: staffNumberRepository(tx),
  versions: recordVersions(tx),
  staffingFacts: interval => readStaffingFacts(tx, interval),
})
