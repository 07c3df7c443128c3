import { z } from 'zod'
import { type AppointmentCard, type CardTemplate, cardTemplates } from '../domain/card.ts'
import { humanName } from './people.ts'
import { line, type Schema, wallDateTime, words, zoneId } from './scalars.ts'

export const appointmentCard: Schema<AppointmentCard> = z.strictObject({
  practiceName: line, patientName: humanName, start: wallDateTime, arriveBy: wallDateTime, zone: zoneId, locationName: line,
  address: words, telephone: line, askFor: line, largePrint: z.boolean(), doNotPrint: z.boolean(),
})

export const cardTemplate: Schema<CardTemplate> = z.enum(cardTemplates)
