import type { StaffingMinimum } from '../../../shared/domain/rota/minimum.ts'
import { weekdayShort } from '../../../shared/text/en/dates.ts'
import { minimumText } from '../../../shared/text/en/rota.ts'

/** "1 person for Cervical dystonia, Thu, as long as open" */
export function minimumWords(minimum: StaffingMinimum, service: string): string {
  const days = minimum.weekdays.length === 7 ? minimumText.everyDay : minimum.weekdays.map(weekdayShort).join(', ')
  const hours = minimum.hours === null ? minimumText.open : `${minimum.hours.start}–${minimum.hours.end}`
  return minimumText.words(minimum.people, service, days, hours)
}
