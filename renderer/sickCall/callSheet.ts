import type { SickCallCall } from '../../shared/contract/sickCall.ts'
import type { PrintJob } from '../../shared/contract/wire.ts'
import type { PageName } from '../../shared/domain/paper/stocks.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { travelWords } from '../../shared/text/en/patients.ts'
import { sickCallText } from '../../shared/text/en/sickCall.ts'
import { cardWords } from '../../shared/text/paper/cardWords.ts'
import { fontsFor } from '../paper/fonts.ts'
import { listDocument } from '../paper/listDocument.ts'

/** Where a visit is now, in words. */
export const afterWords = ({ after, kind }: Pick<SickCallCall, 'after' | 'kind'>, person: (id: string) => string): string =>
  after === null ? (kind === 'wait' ? sickCallText.waiting : sickCallText.referred) : sickCallText.with(sickCallText.when(after.start), after.performerId === null ? '' : person(after.performerId))

/** The call list on paper, in the order of the screen. */
export async function callSheet(heading: string, calls: readonly SickCallCall[], person: (id: string) => string, page: PageName): Promise<PrintJob> {
  const { called, patient, telephone, language, travel, old, new: now } = sickCallText.call
  const rows = calls.map(call => [
    call.called ? '☑' : '☐', fullName(call.patientName), call.telephone, cardWords[call.language].itself, call.travelMinutes === null ? '' : travelWords(call.travelMinutes),
    sickCallText.when(call.before.start), afterWords(call, person),
  ])
  const columns = [called, patient, telephone, language, travel, old, now]
  const fonts = await fontsFor([heading, ...columns, ...rows.flat()].join(' '))
  return listDocument(sickCallText.calls, [{ heading, columns, rows }], page, fonts, sickCallText.fileName)
}
