import { type FhirPractitioner, fhirBundle, fhirOrganization, fhirPractitioner, type FhirPractitionerRole, fhirPractitionerRole, fhirResource } from '../../../../shared/contract/fhirStaff.ts'
import { err, ok, type Result } from '../../../../shared/domain/result.ts'
import { staffFileSentence } from '../../../../shared/text/en/staffImport.ts'

const mostResources = 50_000

export type FhirFile = {
  readonly practitioners: readonly { readonly at: number; readonly key: string; readonly resource: FhirPractitioner }[]
  readonly roles: readonly { readonly at: number; readonly resource: FhirPractitionerRole }[]
  readonly organizations: ReadonlyMap<string, string>
  /** Resources of other kinds, each by its kind. */
  readonly others: readonly string[]
  /** The key under which a reference's resource stands: absolute, relative and versioned references to it are one. */
  readonly keyOf: (reference: string) => string
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** One resource, an array of them, or one a line (NDJSON, as bulk export writes it). */
function documentsIn(text: string): Result<readonly unknown[], string> {
  const whole = parsed(text)
  if (whole !== undefined) return ok(Array.isArray(whole) ? whole : [whole])
  const lines = text.split('\n').map(line => line.trim()).filter(line => line !== '')
  const each = lines.map(parsed)
  return lines.length > 1 && each.every(value => value !== undefined) ? ok(each) : err(staffFileSentence.notJson)
}

type Entry = { readonly fullUrl: string | undefined; readonly resource: unknown }

/** A Bundle's resources, or the resource itself; a Bundle within a Bundle is not looked into. */
function entriesIn(document: unknown): readonly Entry[] {
  const bundle = fhirBundle.safeParse(document)
  return bundle.success ? (bundle.data.entry ?? []).map(({ fullUrl, resource }) => ({ fullUrl, resource })) : [{ fullUrl: undefined, resource: document }]
}

const relative = (reference: string): string => reference.replace(/\/_history\/[^/]*$/, '').split('/').slice(-2).join('/')

const fieldAt = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** Reads FHIR R4 JSON into the resources that say who is on the staff; refused with a sentence where it is something else. */
export function readFhirFile(text: string): Result<FhirFile, string> {
  const documents = documentsIn(text)
  if (!documents.ok) return documents
  const entries = documents.value.flatMap(entriesIn)
  if (entries.length > mostResources) return err(staffFileSentence.tooMany(mostResources))
  const practitioners: FhirFile['practitioners'][number][] = []
  const roles: FhirFile['roles'][number][] = []
  const organizations = new Map<string, string>()
  const others: string[] = []
  const urls = new Map<string, string>()
  for (const [index, { fullUrl, resource }] of entries.entries()) {
    const known = fhirResource.safeParse(resource)
    if (!known.success) return err(staffFileSentence.notFhir)
    const { resourceType, id } = known.data
    const key = id === undefined ? (fullUrl ?? `#${index}`) : `${resourceType}/${id}`
    if (fullUrl !== undefined) urls.set(fullUrl, key)
    if (resourceType === 'Practitioner') {
      // DSTU2 kept the roles inside.
      if (Object.hasOwn(known.data, 'practitionerRole')) return err(staffFileSentence.fhirVersion('DSTU2'))
      const read = fhirPractitioner.safeParse(resource)
      if (!read.success) return err(staffFileSentence.notR4(key, fieldAt(read.error.issues[0]?.path ?? [])))
      practitioners.push({ at: index + 1, key, resource: read.data })
    } else if (resourceType === 'PractitionerRole') {
      const read = fhirPractitionerRole.safeParse(resource)
      if (!read.success) return err(staffFileSentence.notR4(key, fieldAt(read.error.issues[0]?.path ?? [])))
      roles.push({ at: index + 1, resource: read.data })
    } else if (resourceType === 'Organization') {
      const read = fhirOrganization.safeParse(resource)
      if (read.success && read.data.name !== undefined) organizations.set(key, read.data.name)
    } else others.push(resourceType)
  }
  if (practitioners.length === 0 && roles.length === 0) return err(staffFileSentence.noPeople)
  return ok({ practitioners, roles, organizations, others, keyOf: reference => urls.get(reference) ?? relative(reference) })
}
