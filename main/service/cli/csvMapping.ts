import type { WrittenMapping } from '../../../shared/contract/exchange.ts'
import { type ImportField, importFields, type ImportMapping } from '../../../shared/domain/importReport.ts'
import type { Practitioner } from '../../../shared/domain/person.ts'
import type { Location } from '../../../shared/domain/practice.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import { folded } from '../exchange/fields.ts'
import { CommandEnd } from './options.ts'

export const mappingHelp = `The mapping is a JSON object; all of it may be left out, and what it does not say is guessed from the file:
  {
    "source": "acuity",                                  what the other program is called here
    "columns": { "Start Time": "visit-start", "Label": null },
    "dateOrder": "day-first",                            or "month-first", "year-first"
    "zone": "America/Chicago",                           for times without a zone of their own
    "location": "Main street",
    "services": { "Migraine 30": "Chronic migraine (31 sites)", "Massage": null, "New one": "draft" },
    "staff": { "Dr K": "Ayesha Khan", "Room calendar": null }
  }
  A column can mean: ${importFields.slice(0, 11).join(', ')},
  ${importFields.slice(11).join(', ')}; null leaves it out.
  A service of null leaves its visits out; "draft" makes a draft service of that name, flagged until it is approved.
  Staff of null names no injector.
`

export type Here = { readonly serviceTypes: readonly ServiceType[]; readonly practitioners: readonly Practitioner[]; readonly locations: readonly Location[] }

const isField = (text: string): text is ImportField => importFields.some(field => field === text)

function columnsOf(said: Readonly<Record<string, string | null>>, headings: readonly string[], guessed: ImportMapping['columns']): ImportMapping['columns'] {
  const columns = [...guessed]
  for (const [heading, field] of Object.entries(said)) {
    const at = headings.findIndex(other => folded(other) === folded(heading))
    if (at < 0) throw new CommandEnd(commandLineText.noSuchColumn(heading))
    if (field !== null && !isField(field)) throw new CommandEnd(commandLineText.noSuchField(field))
    columns[at] = field
  }
  return columns
}

/** The guessed mapping with what was written put over it; a name that is not known here ends the command. */
export function applyMapping(guessed: ImportMapping, headings: readonly string[], said: WrittenMapping, here: Here): ImportMapping {
  const service = (name: string): ImportMapping['services'][number]['to'] => {
    if (name === 'draft') return 'draft'
    const found = here.serviceTypes.find(type => type.status !== 'retired' && folded(type.name) === folded(name))
    if (found === undefined) throw new CommandEnd(commandLineText.noSuchService(name))
    return found.id
  }
  const person = (name: string): ImportMapping['staff'][number]['to'] => {
    const found = here.practitioners.filter(practitioner => folded(fullName(practitioner.name)) === folded(name))
    if (found.length !== 1) throw new CommandEnd(commandLineText.noSuchStaff(name))
    return found[0]?.id ?? null
  }
  const location = said.location === undefined ? undefined : here.locations.find(other => folded(other.name) === folded(said.location ?? ''))
  if (said.location !== undefined && location === undefined) throw new CommandEnd(commandLineText.noSuchLocation(said.location))
  return {
    ...guessed,
    source: said.source ?? guessed.source,
    columns: columnsOf(said.columns ?? {}, headings, guessed.columns),
    dateOrder: said.dateOrder ?? guessed.dateOrder,
    zone: said.zone ?? location?.zone ?? guessed.zone,
    locationId: location?.id ?? guessed.locationId,
    // Names that the file turns out to have and nobody spoke of are guessed once more by the service.
    services: Object.entries(said.services ?? {}).map(([name, to]) => ({ name, to: to === null ? null : service(to) })),
    staff: Object.entries(said.staff ?? {}).map(([name, to]) => ({ name, to: to === null ? null : person(to) })),
  }
}
