import Papa from 'papaparse'
import type { RegisterLine } from '../../../shared/domain/register.ts'
import { firstDayOf } from '../../../shared/domain/qualification.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import { competenceLimits, registerColumns, stateWords } from '../../../shared/text/en/register.ts'

const written = (at: number | null | undefined): string => (at === null || at === undefined ? '' : new Date(at).toISOString())

/** The register as of a date as CSV (RFC 4180), times in UTC; a cell that a spreadsheet would run as a formula is made harmless. */
export function registerCsv(asOf: PlainDate, lines: readonly RegisterLine[]): string {
  const rows = lines.map(({ name, type, qualification: held, state, entered }) => {
    const checked = held.verification.state === 'verified' ? held.verification : null
    return [
      asOf, name.family, name.given, type?.name ?? '', held.issuer, held.jurisdiction, held.number, held.issued, firstDayOf(held), held.expires ?? '', stateWords[state],
      held.restrictions, competenceLimits(held.scope), checked === null ? '' : checked.method, checked?.source ?? '', checked?.byName ?? '', written(checked?.at), checked?.due ?? '',
      entered?.by ?? '', written(entered?.at), held.id,
    ]
  })
  return Papa.unparse({ fields: [...registerColumns], data: rows }, { escapeFormulae: true, newline: '\r\n' })
}
