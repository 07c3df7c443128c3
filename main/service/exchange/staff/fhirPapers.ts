import type { FhirCodeable, FhirExtension, FhirPractitionerRole, FhirQualification, FhirReference } from '../../../../shared/contract/fhirStaff.ts'
import { staffSentence } from '../../../../shared/text/en/staffImport.ts'
import type { Counter } from './counter.ts'
import { plainWritten, type WrittenPaper } from './staffRecord.ts'
import { fhirDateIn } from './writtenDate.ts'

/** What a coded value is called: its own words, or its code's. */
export const wordsOf = (value: FhirCodeable | undefined): string => {
  const coded = value?.coding?.find(coding => (coding.display ?? coding.code ?? '') !== '')
  return (value?.text ?? '').trim() || (coded?.display ?? '').trim() || (coded?.code ?? '').trim()
}

/** Every word of a coded value that may say what somebody is. */
export const allWordsOf = (value: FhirCodeable): readonly string[] => [value.text, ...(value.coding ?? []).flatMap(coding => [coding.code, coding.display])].filter(word => word !== undefined)

/** Says who is meant by a reference; null when the file does not hold it. */
export type Named = (reference: string) => string | null

function issuerOf(issuer: FhirReference | undefined, named: Named, messages: string[]): string {
  if (issuer === undefined) return ''
  const found = issuer.display ?? (issuer.reference === undefined ? null : named(issuer.reference))
  if (found !== null) return found
  messages.push(staffSentence.notAValue('qualification.issuer', issuer.reference ?? ''))
  return ''
}

const statuses: Readonly<Record<string, WrittenPaper['status']>> = { active: 'active', inactive: 'suspended', suspended: 'suspended', revoked: 'revoked', 'issued-in-error': 'revoked' }

function statusOf(code: string | undefined, messages: string[]): WrittenPaper['status'] {
  if (code === undefined || code === '') return 'active'
  const status = statuses[code]
  if (status === undefined) messages.push(staffSentence.notAStatus('qualification status', code))
  return status ?? 'suspended'
}

type Parts = {
  readonly code: FhirCodeable | undefined
  readonly number: string | undefined
  readonly period: { readonly start?: string | undefined; readonly end?: string | undefined } | undefined
  readonly issuer: FhirReference | undefined
  readonly status: string | undefined
  readonly place: FhirCodeable | undefined
}

function paperFrom({ code, number, period, issuer, status, place }: Parts, named: Named): WrittenPaper {
  const messages: string[] = []
  const date = (text: string | undefined, field: string) => fhirDateIn(text ?? '', field, message => messages.push(message))
  const type = wordsOf(code)
  if (type === '') messages.push(staffSentence.noType)
  return {
    ...plainWritten, type, number: number ?? '', issuer: issuerOf(issuer, named, messages), jurisdiction: wordsOf(place), issued: date(period?.start, 'qualification.period.start'),
    expires: date(period?.end, 'qualification.period.end'), status: statusOf(status, messages), messages,
  }
}

// US NDH and Plan-Net say in an extension where a qualification is good and whether it stands; au-base and R4 have none.
const saysWhere = /\/(?:[a-z-]*practitioner-qualification[a-z-]*)$/

/** A qualification of a Practitioner; fields that have no place here are counted by their name. */
export function qualificationIn(qualification: FhirQualification, named: Named, unread: Counter): WrittenPaper {
  const { extension = [], identifier, code, period, issuer, ...rest } = qualification
  const where = extension.filter(one => saysWhere.test(one.url))
  const inner = where.flatMap(one => one.extension ?? [])
  for (const one of extension) if (!saysWhere.test(one.url)) unread.add(`Practitioner.qualification.extension ${one.url}`)
  for (const key of Object.keys(rest)) if (key !== 'id') unread.add(`Practitioner.qualification.${key}`)
  for (const one of inner) if (one.url !== 'status' && one.url !== 'whereValid') unread.add(`Practitioner.qualification.extension ${one.url}`)
  if ((identifier?.length ?? 0) > 1) unread.add('Practitioner.qualification.identifier 2')
  return paperFrom({
    code, number: identifier?.[0]?.value, period, issuer, status: inner.find(one => one.url === 'status')?.valueCode, place: inner.find(one => one.url === 'whereValid')?.valueCodeableConcept,
  }, named)
}

const isQualification = ({ url }: FhirExtension): boolean => /\/(?:[a-z-]*-)?qualification$/.test(url)

/** Qualifications that hang on a role (Plan-Net); other extensions are counted by their name. */
export function roleQualificationsIn({ extension = [] }: FhirPractitionerRole, named: Named, unread: Counter): readonly WrittenPaper[] {
  for (const one of extension) if (!isQualification(one)) unread.add(`PractitionerRole.extension ${one.url}`)
  return extension.filter(isQualification).map(({ extension: inner = [] }) => {
    const part = (url: string) => inner.find(one => one.url === url)
    for (const one of inner) if (!['code', 'status', 'issuer', 'identifier', 'period', 'whereValid'].includes(one.url)) unread.add(`PractitionerRole.extension qualification ${one.url}`)
    return paperFrom({
      code: part('code')?.valueCodeableConcept, number: part('identifier')?.valueIdentifier?.value, period: part('period')?.valuePeriod, issuer: part('issuer')?.valueReference,
      status: part('status')?.valueCode, place: part('whereValid')?.valueCodeableConcept,
    }, named)
  })
}
