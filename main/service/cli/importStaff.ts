import { type WrittenStaffMapping, writtenStaffMapping } from '../../../shared/contract/exchange.ts'
import type { CertificationType } from '../../../shared/domain/certification.ts'
import { roles } from '../../../shared/domain/person.ts'
import { staffFields, type StaffMapping, staffOutcomes, type StaffReport } from '../../../shared/domain/staffImport.ts'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { staffOutcomeCounts } from '../../../shared/text/en/staffImport.ts'
import { folded } from '../exchange/fields.ts'
import { importedFile, readMapping } from './importedFile.ts'
import { ask, type Whose, withDesk } from './openDesk.ts'
import { CommandEnd } from './options.ts'

export const staffHelp = `The second records a staff list and what its people are certified for, and names each field that was not understood. No
certification of it counts before it is verified; importing the same list again adds nothing.
`

export const staffMappingHelp = `
The mapping of a staff list (--staff):
  {
    "source": "hr",
    "columns": { "Cert name": "certification", "Shoe size": null },     of a table only
    "dateOrder": "day-first",
    "roles": { "Injection nurse": "registered-nurse", "P": null },
    "types": { "Botox course": "Injector course", "Parking permit": null, "New one": "new" }
  }
  A column can mean: ${staffFields.slice(0, 9).join(', ')},
  ${staffFields.slice(9).join(', ')}; null leaves it out.
  A role is one of ${roles.slice(0, 5).join(', ')},
  ${roles.slice(5).join(', ')}; null says nothing.
  A type of null leaves its certifications out; "new" makes a type of that name, which grants nothing until the lead says what.
`

type Asked = Whose & {
  readonly staff: string
  readonly mapping?: string | undefined
  readonly source?: string | undefined
  readonly 'dry-run': boolean
  readonly json: boolean
}

function columnsOf(said: Readonly<Record<string, string | null>>, { columns: headings, mapping }: StaffReport): StaffMapping['columns'] {
  const columns = [...mapping.columns]
  for (const [heading, field] of Object.entries(said)) {
    const at = headings.findIndex(other => folded(other) === folded(heading))
    if (at < 0) throw new CommandEnd(commandLineText.noSuchColumn(heading))
    const known = staffFields.find(one => one === field)
    if (field !== null && known === undefined) throw new CommandEnd(commandLineText.noSuchField(field))
    columns[at] = known ?? null
  }
  return columns
}

/** The guessed mapping with what was written put over it; a name that is not known here ends the command. */
function applied(guessed: StaffReport, said: WrittenStaffMapping, types: readonly CertificationType[]): StaffMapping {
  const type = (name: string): StaffMapping['types'][number]['to'] => {
    if (name === 'new') return 'new'
    const found = types.find(one => folded(one.name) === folded(name))
    if (found === undefined) throw new CommandEnd(commandLineText.noSuchType(name))
    return found.id
  }
  const role = (name: string): StaffMapping['roles'][number]['to'] => {
    const found = roles.find(one => one === name)
    if (found === undefined) throw new CommandEnd(commandLineText.noSuchRole(name))
    return found
  }
  return {
    source: said.source ?? guessed.mapping.source,
    columns: columnsOf(said.columns ?? {}, guessed),
    dateOrder: said.dateOrder ?? guessed.mapping.dateOrder,
    // Words that nobody spoke of are guessed once more by the service.
    roles: Object.entries(said.roles ?? {}).map(([name, to]) => ({ name, to: to === null ? null : role(to) })),
    types: Object.entries(said.types ?? {}).map(([name, to]) => ({ name, to: to === null ? null : type(to) })),
  }
}

function staffLines({ counts, notUnderstood, rows, questions, saved }: StaffReport): readonly string[] {
  const toLookAt = rows.filter(row => row.messages.length > 0)
  return [
    commandLineText.madeStaff(counts['person-new'], counts['certification-new'], saved),
    ...questions.map(question => commandLineText.answer[question]),
    ...staffOutcomes.filter(outcome => counts[outcome] > 0).map(outcome => `  ${staffOutcomeCounts[outcome](counts[outcome])}`),
    ...(notUnderstood.length === 0 ? [] : [commandLineText.notUnderstood, ...notUnderstood.map(sentence => `  ${sentence}`)]),
    ...(toLookAt.length === 0 ? [] : [commandLineText.entries, ...toLookAt.map(row => `  ${commandLineText.entry(row.at, row.messages.join(' '))}`)]),
  ]
}

/** Records a staff list, or says what it would become; answers with what is printed. */
export async function importStaff(asked: Asked, dateOrder: WrittenStaffMapping['dateOrder']): Promise<string> {
  const said: WrittenStaffMapping = {
    ...(asked.mapping === undefined ? {} : readMapping(asked.mapping, writtenStaffMapping)), ...(asked.source === undefined ? {} : { source: asked.source }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  }
  const file = importedFile(asked.staff)
  const report = await withDesk(asked, async client => {
    const first = await ask(client.exchange.previewStaff({ file, mapping: null }))
    const { certificationTypes } = await ask(client.staff.read({}))
    const mapping = applied(first, said, certificationTypes)
    const preview = await ask(client.exchange.previewStaff({ file, mapping }))
    if (asked['dry-run']) return preview
    const [question] = preview.questions
    if (question !== undefined) throw new CommandEnd(commandLineText.answer[question])
    return ask(client.exchange.importStaff({ file, mapping }))
  })
  return asked.json ? `${JSON.stringify(report)}\n` : `${staffLines(report).join('\n')}\n`
}
