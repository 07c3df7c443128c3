import type { FhirPractitioner, FhirPractitionerRole } from '../../../../shared/contract/fhirStaff.ts'
import type { HumanName, Identifier } from '../../../../shared/domain/person.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { staffNotUnderstood, staffSentence } from '../../../../shared/text/en/staffImport.ts'
import { splitName } from '../fields.ts'
import { type Counter, openCounter } from './counter.ts'
import { type FhirFile, readFhirFile } from './fhirFile.ts'
import { allWordsOf, type Named, qualificationIn, roleQualificationsIn } from './fhirPapers.ts'
import type { WrittenPerson, WrittenRole, WrittenStaff } from './staffRecord.ts'
import { fhirDateIn } from './writtenDate.ts'

// About the record and not about the person.
const aside = ['resourceType', 'id', 'meta', 'text', 'language', 'implicitRules']

/** Counts the fields of a resource that are not among those read. */
function countUnread(type: string, resource: object, read: readonly string[], unread: Counter): void {
  for (const key of Object.keys(resource)) if (!aside.includes(key) && !read.includes(key)) unread.add(`${type}.${key}`)
}

function nameIn({ name = [] }: FhirPractitioner): HumanName | null {
  const current = name.filter(one => one.use !== 'old' && one.use !== 'maiden')
  const chosen = ['official', 'usual', undefined].map(use => current.find(one => one.use === use)).find(one => one !== undefined) ?? current[0]
  if (chosen === undefined) return null
  if (chosen.family !== undefined || chosen.given !== undefined) return { given: (chosen.given ?? []).join(' '), family: chosen.family ?? '' }
  return chosen.text === undefined ? null : splitName(chosen.text)
}

function numbersIn({ id, identifier = [] }: FhirPractitioner, source: string, messages: string[]): readonly Identifier[] {
  const listed = identifier.flatMap(({ system = '', value = '', type }) => {
    if (system.endsWith('us-ssn') || type?.coding?.some(coding => coding.code === 'SS') === true) {
      messages.push(staffSentence.notKept('Practitioner.identifier (SS)'))
      return []
    }
    return [{ system: system.endsWith('/us-npi') ? 'NPI' : system === '' ? source : system, value }]
  })
  return [...(id === undefined ? [] : [{ system: source, value: id }]), ...listed].filter(number => number.value.trim() !== '')
}

/** A role that has ended, or of which it cannot be read when, gives nobody leave to do anything. */
function roleIn({ active, code = [], specialty = [], ...rest }: FhirPractitionerRole, more: readonly string[], messages: string[]): readonly WrittenRole[] {
  if (active === false) return []
  const told = messages.length
  const span = typeof rest['period'] === 'object' && rest['period'] !== null ? rest['period'] : {}
  const date = (field: 'start' | 'end') => fhirDateIn(String(Reflect.get(span, field) ?? ''), `PractitionerRole.period.${field}`, message => messages.push(message))
  const [from, through] = [date('start'), date('end')]
  return messages.length > told ? [] : [{ words: [...new Set([...code.flatMap(allWordsOf), ...specialty.flatMap(allWordsOf), ...more])], from, through }]
}

function personIn(
  { at, resource }: FhirFile['practitioners'][number], roles: readonly FhirPractitionerRole[], source: string, named: Named, unread: Counter,
): WrittenPerson {
  const messages: string[] = []
  const words = [...(resource.name ?? []).flatMap(name => name.suffix ?? []), ...(resource.qualification ?? []).flatMap(one => (one.code === undefined ? [] : allWordsOf(one.code)))]
  const telephone = [...(resource.telecom ?? []), ...roles.flatMap(role => role.telecom ?? [])].find(one => one.system === 'phone')?.value ?? ''
  countUnread('Practitioner', resource, ['active', 'identifier', 'name', 'telecom', 'qualification', 'extension'], unread)
  for (const { url } of resource.extension ?? []) unread.add(`Practitioner.extension ${url}`)
  for (const role of roles) countUnread('PractitionerRole', role, ['active', 'practitioner', 'code', 'specialty', 'telecom', 'extension', 'period'], unread)
  return {
    at, name: nameIn(resource), telephone, active: resource.active !== false, numbers: numbersIn(resource, source, messages),
    roles: roles.length === 0 ? [{ words, from: null, through: null }] : roles.flatMap(role => roleIn(role, words, messages)),
    papers: [...(resource.qualification ?? []).map(one => qualificationIn(one, named, unread)), ...roles.flatMap(role => roleQualificationsIn(role, named, unread))],
    messages,
  }
}

/** Reads FHIR R4 Practitioners with their PractitionerRoles and qualifications: one resource, a Bundle or NDJSON. */
export function readFhirStaff(text: string, source: string): Result<WrittenStaff, string> {
  const file = readFhirFile(text)
  if (!file.ok) return file
  const { practitioners, roles, organizations, others, keyOf } = file.value
  const unread = openCounter()
  const kinds = openCounter()
  for (const kind of others) kinds.add(kind)
  const named: Named = reference => organizations.get(keyOf(reference)) ?? null
  const rolesOf = Map.groupBy(roles, ({ resource }) => (resource.practitioner?.reference === undefined ? '' : keyOf(resource.practitioner.reference)))
  const known = new Set(practitioners.map(({ key }) => key))
  const people = practitioners.map(one => personIn(one, (rolesOf.get(one.key) ?? []).map(({ resource }) => resource), source, named, unread))
  const strays = [...rolesOf].filter(([key]) => !known.has(key)).flatMap(([, found]) => found.map(({ at, resource }): WrittenPerson => ({
    at, name: null, telephone: '', active: true, numbers: [], roles: [], papers: [],
    messages: [staffSentence.roleWithoutPerson(resource.practitioner?.display ?? resource.practitioner?.reference ?? '')],
  })))
  return ok({
    people: [...people, ...strays],
    notUnderstood: [...unread.lines((field, times) => staffNotUnderstood.field(field, undefined, times)), ...kinds.lines(staffNotUnderstood.resource)],
  })
}
