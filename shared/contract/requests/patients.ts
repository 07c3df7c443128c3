import { z } from 'zod'
import type { PatientId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { patient, patientFields } from '../people.ts'
import { id, line, list } from '../scalars.ts'
import { visit } from '../schedule.ts'
import { seen } from './common.ts'

/** Requests about patients. */
export const patientsRequests = {
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
} as const
