import { createHash } from 'node:crypto'
import type { RowOutcome } from '../../../shared/domain/importReport.ts'
import { asId, type PatientId } from '../../../shared/domain/ids.ts'
import { latestDateAt, tidyPatient } from '../../../shared/domain/patient.ts'
import { type Patient, plainCard } from '../../../shared/domain/person.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'
import { importedWords, rowSentence } from '../../../shared/text/en/exchange.ts'
import { fullName, listWords } from '../../../shared/text/en/names.ts'
import type { WriteTx } from '../store/store.ts'
import { folded, telephoneFigures } from './fields.ts'
import type { PersonFacts } from './readRow.ts'

/** Whom a line speaks of; `patient` null when that must not be guessed. */
type Resolved = { readonly patient: Patient | null; readonly outcome: RowOutcome; readonly messages: readonly string[] }

export type PatientRegister = {
  /** The patient of a line: one known by number, or by name and one thing more, or a new one. `row` tells lines apart that have only a name. */
  readonly resolve: (person: PersonFacts, row: string) => Promise<Resolved>
  readonly made: () => readonly PatientId[]
}

type Options = { readonly tx: WriteTx; readonly source: string; readonly now: Instant; readonly newId: () => string }
type Described = Pick<Patient, 'name' | 'telephone' | 'email' | 'birthDate'>

const nameOf = (person: Pick<Patient, 'name'>): string => folded(`${person.name.given} ${person.name.family}`)

/** The same name is not the same person: one of these must be the same, too. */
function detailsOf({ telephone, email, birthDate }: Omit<Described, 'name'>): readonly string[] {
  const figures = telephoneFigures(telephone)
  return [figures === '' ? '' : `tel ${figures}`, email === '' ? '' : `mail ${folded(email)}`, birthDate === null ? '' : `born ${birthDate}`].filter(detail => detail !== '')
}

const bornOtherwise = (patient: Patient, person: PersonFacts): boolean => patient.birthDate !== null && person.birthDate !== null && patient.birthDate !== person.birthDate

function differences(patient: Patient, person: PersonFacts): readonly string[] {
  const figures = telephoneFigures(person.telephone)
  return [
    ...(nameOf(patient) === nameOf(person) ? [] : ['name']),
    ...(bornOtherwise(patient, person) ? ['birth date'] : []),
    ...(figures !== '' && telephoneFigures(patient.telephone) !== figures ? ['telephone number'] : []),
    ...(person.email !== '' && folded(patient.email) !== folded(person.email) ? ['e-mail address'] : []),
  ].map(rowSentence.differs)
}

/** Everybody known so far, by number and by name; a patient's details grow with what the lines of the file add. */
function known(source: string) {
  const byNumber = new Map<string, Patient>()
  const byName = new Map<string, Patient[]>()
  const details = new Map<PatientId, Set<string>>()
  const learn = (patient: Patient, person: Omit<Described, 'name'>): void => {
    const before = details.get(patient.id) ?? new Set()
    details.set(patient.id, new Set([...before, ...detailsOf(person)]))
  }
  const share = (patient: Patient, person: PersonFacts): boolean => detailsOf(person).some(detail => details.get(patient.id)?.has(detail))
  return {
    learn, share,
    remember: (patient: Patient): void => {
      for (const identifier of patient.identifiers) if (identifier.system === source) byNumber.set(identifier.value, patient)
      byName.set(nameOf(patient), [...(byName.get(nameOf(patient)) ?? []), patient])
      learn(patient, patient)
    },
    numbered: (number: string): Patient | undefined => byNumber.get(number),
    named: (person: PersonFacts): readonly Patient[] => byName.get(nameOf(person)) ?? [],
    /** Of the same name, from the same program, with a detail in common: one, or none where there could be two. */
    same: (person: PersonFacts): Patient | undefined => {
      const found = (byName.get(nameOf(person)) ?? []).filter(patient =>
        patient.identifiers.some(identifier => identifier.system === source) && share(patient, person) && !bornOtherwise(patient, person))
      return found.length === 1 ? found[0] : undefined
    },
  }
}

/** Begins with everybody in the store; patients of the file join them one by one, in the same transaction. */
export async function openRegister({ tx, source, now, newId }: Options): Promise<PatientRegister> {
  const people = known(source)
  const made: PatientId[] = []
  const rowsSeen = new Map<string, number>()
  for (const patient of await tx.patients.all()) if (patient.status !== 'entered-in-error') people.remember(patient)

  function recognised(patient: Patient, person: PersonFacts): Resolved {
    const messages = differences(patient, person)
    people.learn(patient, person)
    return { patient, outcome: 'patient-known', messages }
  }

  async function register(person: PersonFacts, number: string): Promise<Resolved> {
    const fields = tidyPatient({
      name: person.name, birthDate: person.birthDate, telephone: person.telephone, email: person.email, identifiers: [{ system: source, value: number }], travelMinutes: null,
      card: plainCard, note: person.note,
    }, latestDateAt(now))
    if (!fields.ok) return { patient: null, outcome: 'unreadable', messages: [rowSentence.noName] }
    const likely = new Map([...people.named(person), ...await tx.patients.likely(fields.value)].map(patient => [patient.id, patient]))
    const inserted = await tx.patients.insert({ ...fields.value, id: asId<PatientId>(newId()), version: 1, status: 'active' })
    if (!inserted.ok) return { patient: null, outcome: 'unreadable', messages: [rowSentence.numberTaken(number)] }
    made.push(inserted.value.id)
    people.remember(inserted.value)
    if (likely.size === 0) return { patient: inserted.value, outcome: 'patient-new', messages: [] }
    const bare = person.number === null && detailsOf(person).length === 0
    const message = bare ? rowSentence.nameOnly : rowSentence.likely(listWords([...new Set([...likely.values()].map(patient => fullName(patient.name)))]))
    return { patient: inserted.value, outcome: 'patient-possible-duplicate', messages: [message] }
  }

  /** A number is believed when something else agrees: numbers of two programs can be the same by chance. */
  async function byNumber(person: PersonFacts, number: string): Promise<Resolved> {
    const patient = people.numbered(number)
    if (patient === undefined) return register(person, number)
    if (nameOf(patient) === nameOf(person) || people.share(patient, person)) return recognised(patient, person)
    return { patient: null, outcome: 'unreadable', messages: [rowSentence.numberOfAnother(number, fullName(patient.name))] }
  }

  /** For those to whom the other program gave no number: the same line gives the same one again. */
  function ownNumber(person: PersonFacts, row: string): string {
    const details = detailsOf(person)
    const line = JSON.stringify([nameOf(person), details.length > 0 ? details : row])
    const times = rowsSeen.get(line) ?? 0
    rowsSeen.set(line, times + 1)
    return importedWords.ownNumber(createHash('sha256').update(JSON.stringify([line, times])).digest('hex').slice(0, 16))
  }

  return {
    resolve: (person, row) => {
      if (person.number !== null) return byNumber(person, person.number)
      const same = people.same(person)
      if (same !== undefined) return Promise.resolve(recognised(same, person))
      const number = ownNumber(person, row)
      const before = people.numbered(number)
      return before === undefined ? register(person, number) : Promise.resolve(recognised(before, person))
    },
    made: () => made,
  }
}
