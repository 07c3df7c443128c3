import type { StaffMapping, StaffReport } from '../../../shared/domain/staffImport.ts'
import { staffImportText } from '../../../shared/text/en/staffImport.ts'
import { fileSession } from '../fileSession.ts'

/** The import of a staff list under way, and everything that can be done with it. */
export const useStaffSession = fileSession<StaffMapping, StaffReport>({
  id: 'import-staff', label: staffImportText.savedLabel,
  preview: (client, asked) => client.exchange.previewStaff(asked),
  save: (client, asked) => client.exchange.importStaff(asked),
  savedWords: ({ counts }) => staffImportText.saved(counts['person-new'], counts['certification-new']),
})
export type StaffSession = ReturnType<typeof useStaffSession>
