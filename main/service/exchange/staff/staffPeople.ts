import { asId, type PractitionerId } from '../../../../shared/domain/ids.ts'
import type { Identifier, Practitioner, PractitionerRole, Role } from '../../../../shared/domain/person.ts'
import { tidyPractitioner } from '../../../../shared/domain/practitionerEdit.ts'
import { tidyIdentifiers, tidyLine } from '../../../../shared/domain/typed.ts'
import { fullName } from '../../../../shared/text/en/names.ts'
import { staffSentence } from '../../../../shared/text/en/staffImport.ts'
import type { WriteTx } from '../../store/store.ts'
import { folded } from '../fields.ts'
import type { WrittenPerson } from './staffRecord.ts'

/** Whom an entry speaks of; `person` null when that must not be guessed. */
type Resolved = { readonly person: Practitioner | null; readonly outcome: 'person-new' | 'person-known' | 'unreadable'; readonly messages: readonly string[] }

const longest = 200
const nameOf = ({ name }: Pick<Practitioner, 'name'>): string => folded(fullName(name))
const keyOf = ({ system, value }: Identifier): string => JSON.stringify([system, value])

function rolesFrom(written: WrittenPerson, roleOf: (word: string) => Role | null): readonly PractitionerRole[] {
  const found = written.roles.flatMap(({ words, from, through }): readonly PractitionerRole[] => {
    const role = words.map(roleOf).find(one => one !== null)
    return role === undefined ? [] : [{ role, locationId: null, from, through }]
  })
  const readable = found.filter(({ from, through }) => from === null || through === null || from <= through)
  return [...new Map(readable.map(role => [JSON.stringify(role), role])).values()].slice(0, 20)
}

/** Begins with the staff as it is; people of the list join one by one, in the same transaction. */
export async function openStaff(tx: WriteTx, newId: () => string, roleOf: (word: string) => Role | null) {
  const people = new Map<PractitionerId, Practitioner>()
  const byName = new Map<string, Practitioner[]>()
  const numbers = new Map<string, PractitionerId>()
  const systems = new Map<PractitionerId, Map<string, string>>()
  const made: PractitionerId[] = []
  const add = (person: Practitioner): void => {
    people.set(person.id, person)
    byName.set(nameOf(person), [...(byName.get(nameOf(person)) ?? []), person])
  }
  const learn = (number: Identifier, id: PractitionerId): void => {
    numbers.set(keyOf(number), id)
    systems.set(id, (systems.get(id) ?? new Map<string, string>()).set(number.system, number.value))
  }
  for (const person of await tx.practitioners.all()) add(person)
  for (const { practitionerId, ...number } of await tx.staffNumbers.all()) learn(number, practitionerId)

  async function remember(person: Practitioner, found: readonly Identifier[]): Promise<void> {
    for (const number of found) {
      if (numbers.has(keyOf(number))) continue
      await tx.staffNumbers.add({ ...number, practitionerId: person.id })
      learn(number, person.id)
    }
  }

  async function join(written: WrittenPerson, found: readonly Identifier[], messages: readonly string[]): Promise<Resolved> {
    const roles = rolesFrom(written, roleOf)
    const fields = tidyPractitioner({ name: written.name ?? { given: '', family: '' }, telephone: tidyLine(written.telephone).slice(0, longest), roles, active: written.active })
    if (!fields.ok) return { person: null, outcome: 'unreadable', messages: [staffSentence.noName] }
    const inserted = await tx.practitioners.insert({ ...fields.value, id: asId<PractitionerId>(newId()), version: 1 })
    if (!inserted.ok) return { person: null, outcome: 'unreadable', messages: [staffSentence.severalOfName] }
    add(inserted.value)
    made.push(inserted.value.id)
    await remember(inserted.value, found)
    return { person: inserted.value, outcome: 'person-new', messages: [...messages, ...(roles.length === 0 ? [staffSentence.noRole] : [])] }
  }

  async function recognise(person: Practitioner, found: readonly Identifier[], messages: readonly string[]): Promise<Resolved> {
    await remember(person, found)
    return { person, outcome: 'person-known', messages }
  }

  return {
    made,
    resolve: async (written: WrittenPerson): Promise<Resolved> => {
      const { name } = written
      if (name === null || tidyLine(fullName(name)) === '') return { person: null, outcome: 'unreadable', messages: written.messages.length > 0 ? [] : [staffSentence.noName] }
      if (name.given.length > longest || name.family.length > longest) return { person: null, outcome: 'unreadable', messages: [staffSentence.nameTooLong] }
      const found = tidyIdentifiers(written.numbers).filter(number => number.system.length <= longest && number.value.length <= longest)
      for (const number of found) {
        const person = people.get(numbers.get(keyOf(number)) ?? asId<PractitionerId>(''))
        if (person === undefined) continue
        if (nameOf(person) === nameOf({ name })) return recognise(person, found, [])
        // A number is believed when the family name agrees: numbers of two programs can be the same by chance.
        if (folded(person.name.family) === folded(name.family)) return recognise(person, found, [staffSentence.nameDiffers(fullName(person.name))])
        return { person: null, outcome: 'unreadable', messages: [staffSentence.numberOfAnother(number.value, fullName(person.name))] }
      }
      const namesakes = byName.get(nameOf({ name })) ?? []
      const possible = namesakes.filter(person => !found.some(number => systems.get(person.id)?.has(number.system) === true))
      const [only, other] = possible
      if (other !== undefined) return { person: null, outcome: 'unreadable', messages: [staffSentence.severalOfName] }
      if (only !== undefined) return recognise(only, found, made.includes(only.id) ? [] : [staffSentence.takenByName])
      return join(written, found, namesakes.length > 0 ? [staffSentence.namesake] : [])
    },
  }
}
