import { z } from 'zod'
import { importFields, type ImportMapping, importQuestions, type ImportReport, rowOutcomes } from '../domain/importReport.ts'
import type { LocationId, PractitionerId, ServiceTypeId } from '../domain/ids.ts'
import { id, line, list, type Schema, zoneId } from './scalars.ts'

export const importMapping: Schema<ImportMapping> = z.strictObject({
  source: line.min(1), columns: list(z.enum(importFields).nullable(), 500), dateOrder: z.enum(['year-first', 'day-first', 'month-first']).nullable(), zone: zoneId,
  locationId: id<LocationId>().nullable(),
  services: list(z.strictObject({ name: line, to: z.union([id<ServiceTypeId>(), z.literal('draft')]).nullable() }), 1000),
  staff: list(z.strictObject({ name: line, to: id<PractitionerId>().nullable() }), 1000),
}) as unknown as Schema<ImportMapping>

export const importReport: Schema<ImportReport> = z.strictObject({
  encoding: line, delimiter: line, columns: list(z.string()), examples: list(z.string()), mapping: importMapping, questions: list(z.enum(importQuestions)),
  rows: list(z.strictObject({ line: z.int(), outcomes: list(z.enum(rowOutcomes)), patient: z.string(), visit: z.string(), messages: list(z.string()) })),
  counts: z.record(z.enum(rowOutcomes), z.int()), notUnderstood: list(z.string()), saved: z.boolean(),
}) as Schema<ImportReport>

/** A file as read from disk: base64 of its bytes, at most 32 MiB. */
export const importFile = z.strictObject({ fileName: line, bytes: z.base64().max(44_739_244) })

/** A mapping as a person writes it in a file: everything by its name, nothing required. */
export const writtenMapping = z.strictObject({
  source: line.min(1).optional(), columns: z.record(z.string(), z.string().nullable()).optional(), dateOrder: z.enum(['year-first', 'day-first', 'month-first']).optional(),
  zone: z.string().optional(), location: z.string().optional(), services: z.record(z.string(), z.string().nullable()).optional(),
  staff: z.record(z.string(), z.string().nullable()).optional(),
})
export type WrittenMapping = z.infer<typeof writtenMapping>
