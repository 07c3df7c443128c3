import type { PractitionerId, ServiceTypeId } from '../../shared/domain/ids.ts'
import type { ServiceCell } from '../../shared/domain/strip.ts'
import { aheadText } from '../../shared/text/en/ahead.ts'
import { dateWords } from '../../shared/text/en/dates.ts'

export type AheadNames = { readonly service: (id: ServiceTypeId) => string; readonly person: (id: PractitionerId) => string }

/** What is to be said of one service on one day: uncovered visits, hours without anybody, and on whom it hangs until when. */
export function serviceSentence(cell: ServiceCell, names: AheadNames): string {
  const parts = [
    ...(cell.flagged > 0 ? [aheadText.flaggedOf(cell.flagged, cell.visits)] : []),
    ...(cell.gapMinutes > 0 ? [aheadText.nobody(cell.gapMinutes)] : []),
    ...cell.hangsOn.map(({ practitionerId, expiring }) =>
      aheadText.hangsOn(names.person(practitionerId), expiring === null ? null : dateWords(expiring.lastDay))),
  ]
  return `${names.service(cell.serviceTypeId)}: ${(parts.length > 0 ? parts : [aheadText.states[cell.state].toLowerCase()]).join(', ')}`
}

/** What fits into a cell as wide as two figures: uncovered visits, hours without anybody, the one person, or that it is closed. */
export function serviceSign(cell: ServiceCell): string {
  if (cell.state === 'flagged') return `${cell.flagged}!`
  if (cell.state === 'gap') return String(Math.max(1, Math.round(cell.gapMinutes / 60)))
  return { closed: '×', fragile: '•', safe: '' }[cell.state]
}
