import type { ImportMapping, ImportReport } from '../../shared/domain/importReport.ts'
import { exchangeText } from '../../shared/text/en/exchange.ts'
import { fileSession } from './fileSession.ts'

/** The import of patients and visits under way, and everything that can be done with it. */
export const useImportSession = fileSession<ImportMapping, ImportReport>({
  id: 'import', label: exchangeText.savedLabel,
  preview: (client, asked) => client.exchange.previewCsv(asked),
  save: (client, asked) => client.exchange.importCsv(asked),
  savedWords: ({ counts }) => exchangeText.saved(counts['patient-new'] + counts['patient-possible-duplicate'], counts['visit-new']),
})
export type ImportSession = ReturnType<typeof useImportSession>
