import { z } from 'zod'
import { command, query } from '../define.ts'
import { importFile, importMapping, importReport, staffMapping, staffReport } from '../exchange.ts'

/** Requests that bring records in and out. */
export const exchangeRequests = {
  exchange: {
    previewCsv: query({
      permission: 'exchange.import', summary: 'Reads a CSV export and says what each row would become; saves nothing',
      input: z.strictObject({ file: importFile, mapping: importMapping.nullable() }), output: importReport, problems: ['file-unreadable', 'not-found'],
    }),
    importCsv: command({
      permission: 'exchange.import', summary: 'Imports a CSV export under a mapping, all of it or nothing', input: z.strictObject({ file: importFile, mapping: importMapping }),
      output: importReport, problems: ['file-unreadable', 'not-found'],
    }),
    previewStaff: query({
      permission: 'certification.write', summary: 'Reads a staff list (CSV, HL7 v2 MFN^M02 or FHIR R4) and says what each entry would become; saves nothing',
      input: z.strictObject({ file: importFile, mapping: staffMapping.nullable() }), output: staffReport, problems: ['file-unreadable'],
    }),
    importStaff: command({
      permission: 'certification.write', summary: 'Records a staff list under a mapping, all of it or nothing; its certifications are never verified',
      input: z.strictObject({ file: importFile, mapping: staffMapping }), output: staffReport, problems: ['file-unreadable', 'not-found'],
    }),
  },
} as const
