import { type CardPreference, type Identifier, type Patient, plainCard } from '../../shared/domain/person.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'

/** A patient while being typed. */
export type PatientDraft = {
  readonly given: string
  readonly family: string
  readonly birthDate: PlainDate | null
  readonly telephone: string
  readonly email: string
  readonly identifiers: readonly Identifier[]
  readonly travelMinutes: number | null
  readonly card: CardPreference
  readonly note: string
  readonly status: Patient['status']
}

/** Nobody yet; a text that was searched for in vain is taken for a name, or for a telephone number. */
export function newPatient(searched: string): PatientDraft {
  const text = searched.trim()
  const isNumber = /^[+\d][\d\s()/-]{3,}$/.test(text)
  const words = isNumber ? [] : text.split(/\s+/)
  const reversed = text.includes(',') && !isNumber ? text.split(',').map(part => part.trim()) : null
  return {
    given: reversed?.[1] ?? (words.length > 1 ? words.slice(0, -1).join(' ') : ''),
    family: reversed?.[0] ?? words.at(-1) ?? '',
    birthDate: null,
    telephone: isNumber ? text : '',
    email: '',
    identifiers: [],
    travelMinutes: null,
    card: plainCard,
    note: '',
    status: 'active',
  }
}

/** What is to be edited of a patient. */
export const draftOf = ({
  name,
  birthDate,
  telephone,
  email,
  identifiers,
  travelMinutes,
  card,
  note,
  status,
}: Patient): PatientDraft => ({
  given: name.given,
  family: name.family,
  birthDate,
  telephone,
  email,
  identifiers,
  travelMinutes,
  card,
  note,
  status,
})

/** What is sent. */
export const fieldsOf = ({
  given,
  family,
  birthDate,
  telephone,
  email,
  identifiers,
  travelMinutes,
  card,
  note,
}: PatientDraft) => ({
  name: { given, family },
  birthDate,
  telephone,
  email,
  identifiers: identifiers.filter(one => one.system.trim() !== '' || one.value.trim() !== ''),
  travelMinutes,
  card: { ...card, alternateName: card.alternateName === null || card.alternateName.trim() === '' ? null : card.alternateName },
  note,
})
