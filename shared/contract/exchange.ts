import { z } from 'zod'
import { importFields, type ImportMapping, importQuestions, type ImportReport, rowOutcomes } from '../domain/importReport.ts'
import type { CertificationTypeId, LocationId, PractitionerId, ServiceTypeId } from '../domain/ids.ts'
import { roles } from '../domain/person.ts'
import { staffFields, staffFormats, type StaffMapping, staffOutcomes, type StaffReport } from '../domain/staffImport.ts'
import { id, line, list, type Schema, zoneId } from './scalars.ts'

const dateOrder = z.enum(['year-first', 'day-first', 'month-first'])

export const importMapping: Schema<ImportMapping> = z.strictObject({
  source: line.min(1), columns: list(z.enum(importFields).nullable(), 500), dateOrder: dateOrder.nullable(), zone: zoneId,
  locationId: id<LocationId>().nullable(),
  services: list(z.strictObject({ name: line, to: z.union([id<ServiceTypeId>(), z.literal('draft')]).nullable() }), 1000),
  staff: list(z.strictObject({ name: line, to: id<PractitionerId>().nullable() }), 1000),
}) as unknown as Schema<ImportMapping>

export const importReport: Schema<ImportReport> = z.strictObject({
  encoding: line, delimiter: line, columns: list(z.string()), examples: list(z.string()), mapping: importMapping, questions: list(z.enum(importQuestions)),
  rows: list(z.strictObject({ line: z.int(), outcomes: list(z.enum(rowOutcomes)), patient: z.string(), visit: z.string(), messages: list(z.string()) })),
  counts: z.record(z.enum(rowOutcomes), z.int()), notUnderstood: list(z.string()), saved: z.boolean(),
}) as Schema<ImportReport>

export const staffMapping: Schema<StaffMapping> = z.strictObject({
  source: line.min(1), columns: list(z.enum(staffFields).nullable(), 500), dateOrder: dateOrder.nullable(),
  roles: list(z.strictObject({ name: line, to: z.enum(roles).nullable() }), 1000),
  types: list(z.strictObject({ name: line, to: z.union([id<CertificationTypeId>(), z.literal('new')]).nullable() }), 1000),
}) as unknown as Schema<StaffMapping>

export const staffReport: Schema<StaffReport> = z.strictObject({
  format: z.enum(staffFormats), encoding: line, columns: list(z.string()), examples: list(z.string()), mapping: staffMapping, questions: list(z.literal('date-order')),
  rows: list(z.strictObject({ at: z.int(), outcomes: list(z.enum(staffOutcomes)), person: z.string(), certification: z.string(), messages: list(z.string()) })),
  counts: z.record(z.enum(staffOutcomes), z.int()), notUnderstood: list(z.string()), saved: z.boolean(),
}) as Schema<StaffReport>

/** A file as read from disk: base64 of its bytes, at most 32 MiB. */
export const importFile = z.strictObject({ fileName: line, bytes: z.base64().max(44_739_244) })

/** A mapping as a person writes it in a file: everything by its name, nothing required. */
export const writtenMapping = z.strictObject({
  source: line.min(1).optional(), columns: z.record(z.string(), z.string().nullable()).optional(), dateOrder: dateOrder.optional(),
  zone: z.string().optional(), location: z.string().optional(), services: z.record(z.string(), z.string().nullable()).optional(),
  staff: z.record(z.string(), z.string().nullable()).optional(),
})

/** How to read a staff list, as a person writes it in a file. */
export const writtenStaffMapping = z.strictObject({
  source: line.min(1).optional(), columns: z.record(z.string(), z.string().nullable()).optional(), dateOrder: dateOrder.optional(),
  roles: z.record(z.string(), z.string().nullable()).optional(), types: z.record(z.string(), z.string().nullable()).optional(),
})
export type WrittenStaffMapping = z.infer<typeof writtenStaffMapping>
export type WrittenMapping = z.infer<typeof writtenMapping>
