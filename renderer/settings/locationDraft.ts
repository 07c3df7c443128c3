import type { Location, OpeningException, OpeningHours } from '../../shared/domain/practice.ts'
import type { Regulation } from '../../shared/domain/rules/jurisdiction.ts'
import type { ZoneId } from '../../shared/domain/time/values.ts'
import { type HoursDraft, hoursOf, usualHours } from '../ui/hours.ts'
import { systemZone } from '../ui/zones.ts'

/** A location while it is typed. */
export type LocationDraft = {
  readonly name: string
  readonly address: string
  readonly telephone: string
  readonly zone: ZoneId | null
  readonly hours: readonly HoursDraft[]
  readonly exceptions: readonly OpeningException[]
  readonly regulation: Regulation | null
  readonly active: boolean
}

export type LocationFields = {
  readonly name: string
  readonly address: string
  readonly telephone: string
  readonly zone: ZoneId
  readonly openingHours: readonly OpeningHours[]
  readonly openingExceptions: readonly OpeningException[]
  readonly regulation: Regulation | null
  readonly active: boolean
}

/** A new location with this computer's zone and the usual hours. */
export const newLocation = (name: string): LocationDraft => ({
  name,
  address: '',
  telephone: '',
  zone: systemZone(),
  hours: usualHours(),
  exceptions: [],
  regulation: null,
  active: true,
})

/** What is to be edited of a location. */
export const draftOf = (location: Location): LocationDraft => ({
  name: location.name,
  address: location.address,
  telephone: location.telephone,
  zone: location.zone,
  hours: location.openingHours,
  exceptions: location.openingExceptions,
  regulation: location.regulation,
  active: location.active,
})

/** What is sent; null while the zone or an hour is not one yet. */
export function fieldsOf(draft: LocationDraft): LocationFields | null {
  const openingHours = hoursOf(draft.hours)
  if (openingHours === null || draft.zone === null) return null
  const { name, address, telephone, zone, exceptions, regulation, active } = draft
  return {
    name: name.trim(),
    address: address.trim(),
    telephone: telephone.trim(),
    zone,
    openingHours,
    openingExceptions: exceptions,
    regulation,
    active,
  }
}
