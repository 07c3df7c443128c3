import { createHash } from 'node:crypto'
import type { RowOutcome } from '../../../shared/contract/exchange.ts'
import { asId, type PatientId } from '../../../shared/domain/ids.ts'
import { latestDateAt, tidyPatient } from '../../../shared/domain/patient.ts'
import type { Identifier, Patient } from '../../../shared/domain/person.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import { rowSentence } from '../../../shared/text/en/exchange.ts'
import { fullName, listWords } from '../../../shared/text/en/names.ts'
import type { WriteTx } from '../store/store.ts'
import { folded, telephoneFigures } from './fields.ts'
import type { PersonFacts } from './readRow.ts'

/** Whom a line speaks of; `patient` null when that must not be guessed. */
export type Resolved = { readonly patient: Patient | null; readonly outcome: RowOutcome; readonly messages: readonly string[] }

export type PatientRegister = {
  /** The patient of a line: one known by number or by name and one thing more, or a new one. `row` tells lines apart that have only a name. */
  readonly resolve: (person: PersonFacts, row: string) => Promise<Resolved>
  readonly made: () => readonly PatientId[]
}

type Options = { readonly tx: WriteTx; readonly source: string; readonly now: Instant; readonly newId: () => string }

const hash = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
const nameOf = (person: Pick<Patient, 'name'>): string => folded(`${person.name.given} ${person.name.family}`)

/** The same name is not the same person: these say what a name must come with, to count as one. */
function keysOf(person: PersonFacts): readonly string[] {
  const figures = telephoneFigures(person.telephone)
  const details = [figures === '' ? '' : `tel ${figures}`, person.email === '' ? '' : `mail ${folded(person.email)}`, person.birthDate === null ? '' : `born ${person.birthDate}`]
  return details.filter(detail => detail !== '').map(detail => JSON.stringify([nameOf(person), detail]))
}

const bornOtherwise = (patient: Patient, person: PersonFacts): boolean => patient.birthDate !== null && person.birthDate !== null && patient.birthDate !== person.birthDate

/** A number is believed when something else agrees: numbers of two programs can be the same by chance. */
function agrees(patient: Patient, person: PersonFacts): boolean {
  const figures = telephoneFigures(person.telephone)
  return nameOf(patient) === nameOf(person) || (person.birthDate !== null && patient.birthDate === person.birthDate)
    || (figures !== '' && telephoneFigures(patient.telephone) === figures) || (person.email !== '' && folded(patient.email) === folded(person.email))
}

function differences(patient: Patient, person: PersonFacts): readonly string[] {
  const figures = telephoneFigures(person.telephone)
  return [
    ...(nameOf(patient) === nameOf(person) ? [] : ['name']),
    ...(bornOtherwise(patient, person) ? ['birth date'] : []),
    ...(figures !== '' && telephoneFigures(patient.telephone) !== figures ? ['telephone number'] : []),
    ...(person.email !== '' && folded(patient.email) !== folded(person.email) ? ['e-mail address'] : []),
  ].map(rowSentence.differs)
}

const identifierKey = (identifier: Identifier): string => JSON.stringify([identifier.system, identifier.value])

/** Begins with everybody in the store; patients of the file join them one by one, in the same transaction. */
export async function openRegister({ tx, source, now, newId }: Options): Promise<PatientRegister> {
  const numbers = `import:${source}`
  const matches = `import-match:${source}`
  const byIdentifier = new Map<string, Patient>()
  const byName = new Map<string, Patient[]>()
  const made: PatientId[] = []
  const rowsSeen = new Map<string, number>()
  const remember = (patient: Patient): void => {
    for (const identifier of patient.identifiers) byIdentifier.set(identifierKey(identifier), patient)
    byName.set(nameOf(patient), [...(byName.get(nameOf(patient)) ?? []), patient])
  }
  for (const patient of await tx.patients.all()) if (patient.status !== 'entered-in-error') remember(patient)

  const found = (system: string, value: string): Patient | undefined => byIdentifier.get(identifierKey({ system, value }))
  const known = (patient: Patient, person: PersonFacts): Resolved => ({ patient, outcome: 'patient-known', messages: differences(patient, person) })

  async function register(person: PersonFacts, identifiers: readonly Identifier[]): Promise<Resolved> {
    const fields = tidyPatient({
      name: person.name, birthDate: person.birthDate, telephone: person.telephone, email: person.email, identifiers, travelMinutes: null,
      card: { largePrint: false, doNotPrint: false, alternateName: null }, note: person.note,
    }, latestDateAt(now))
    if (!fields.ok) return { patient: null, outcome: 'unreadable', messages: [rowSentence.noName] }
    const sameName = byName.get(nameOf(person)) ?? []
    const likely = new Map([...sameName, ...await tx.patients.likely(fields.value)].map(patient => [patient.id, patient]))
    const inserted = await tx.patients.insert({ ...fields.value, id: asId<PatientId>(newId()), version: 1, status: 'active' })
    if (!inserted.ok) return { patient: null, outcome: 'unreadable', messages: [rowSentence.numberOfAnother(person.number ?? '', '')] }
    made.push(inserted.value.id)
    remember(inserted.value)
    if (likely.size === 0) return { patient: inserted.value, outcome: 'patient-new', messages: [] }
    const bare = keysOf(person).length === 0 && person.number === null
    const message = bare ? rowSentence.nameOnly : rowSentence.likely(listWords([...new Set([...likely.values()].map(patient => fullName(patient.name)))]))
    return { patient: inserted.value, outcome: 'patient-possible-duplicate', messages: [message] }
  }

  async function byNumber(person: PersonFacts, number: string): Promise<Resolved> {
    const patient = found(numbers, number)
    if (patient === undefined) return register(person, [{ system: numbers, value: number }])
    if (agrees(patient, person)) return known(patient, person)
    return { patient: null, outcome: 'unreadable', messages: [rowSentence.numberOfAnother(number, fullName(patient.name))] }
  }

  return {
    resolve: (person, row) => {
      if (person.number !== null) return byNumber(person, person.number)
      const keys = keysOf(person)
      const again = JSON.stringify([nameOf(person), row])
      const times = rowsSeen.get(again) ?? 0
      if (keys.length === 0) rowsSeen.set(again, times + 1)
      const values = keys.length > 0 ? keys.map(key => hash([source, key])) : [hash([source, again, String(times)])]
      const [patient, another] = new Set(values.flatMap(value => found(matches, value) ?? []))
      if (patient !== undefined && another === undefined && !bornOtherwise(patient, person)) return Promise.resolve(known(patient, person))
      // A detail that is somebody else's already stays theirs: numbers are unique.
      return register(person, values.filter(value => found(matches, value) === undefined).map(value => ({ system: matches, value })))
    },
    made: () => made,
  }
}
