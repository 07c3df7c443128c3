import { z } from 'zod'
import type { HumanName } from '../domain/person.ts'
import type { WallDateTime, ZoneId } from '../domain/time/values.ts'
import { humanName } from './people.ts'
import { line, type Schema, wallDateTime, words, zoneId } from './scalars.ts'

/** Everything that an appointment card may say, and nothing else: no condition, product, specialty, birth date or record number. */
export type AppointmentCard = {
  readonly practiceName: string
  readonly patientName: HumanName
  readonly start: WallDateTime
  readonly arriveBy: WallDateTime
  readonly zone: ZoneId
  readonly locationName: string
  readonly address: string
  readonly telephone: string
  readonly askFor: string
  readonly largePrint: boolean
  readonly doNotPrint: boolean
}
export const appointmentCard: Schema<AppointmentCard> = z.strictObject({
  practiceName: line, patientName: humanName, start: wallDateTime, arriveBy: wallDateTime, zone: zoneId, locationName: line,
  address: words, telephone: line, askFor: line, largePrint: z.boolean(), doNotPrint: z.boolean(),
})

/** Card stocks; their sizes live beside the card's drawing. */
export const cardTemplates = ['card-us', 'card-eu', 'a6-large-print'] as const
export type CardTemplate = (typeof cardTemplates)[number]
export const cardTemplate: Schema<CardTemplate> = z.enum(cardTemplates)
