import { z } from 'zod'
import { command, query } from '../define.ts'
import { importFile, importMapping, importReport } from '../exchange.ts'

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
  },
} as const
