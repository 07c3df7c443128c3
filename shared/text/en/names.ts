import type { AccountRole, HumanName, Role } from '../../domain/person.ts'

/** "Amira Khan"; a person may have only one of the two names. */
export const fullName = (name: HumanName): string => [name.given, name.family].filter(part => part !== '').join(' ')

/** "Khan, Amira", for lists that are read by family name. */
export const listName = (name: HumanName): string => [name.family, name.given].filter(part => part !== '').join(', ')

const firstLetter = (text: string): string => [...text.trim()][0]?.toLocaleUpperCase() ?? ''
/** "AK" */
export const initials = (name: HumanName): string => firstLetter(name.given) + firstLetter(name.family)

/** "a", "a and b", "a, b and c" */
export function listWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

/** "1 visit", "4 visits" */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

export const roleWords: Readonly<Record<Role, string>> = {
  physician: 'Physician',
  dentist: 'Dentist',
  'nurse-practitioner': 'Nurse practitioner',
  'physician-assistant': 'Physician assistant',
  'registered-nurse': 'Registered nurse',
  'practical-nurse': 'Practical nurse',
  'pharmacist-prescriber': 'Prescribing pharmacist',
  physiotherapist: 'Physiotherapist',
  'medical-assistant': 'Medical assistant',
  receptionist: 'Receptionist',
}

export const accountRoleWords: Readonly<Record<AccountRole, string>> = {
  'front-desk': 'Front desk',
  injector: 'Injector',
  'clinical-lead': 'Clinical lead',
  administrator: 'Administrator',
  auditor: 'Auditor',
}
