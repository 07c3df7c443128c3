import type { AppointmentCard } from '../../shared/domain/card.ts'
import { asId } from '../../shared/domain/ids.ts'
import type { Location, Practice } from '../../shared/domain/practice.ts'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { plusMinutes } from '../../shared/domain/time/instant.ts'
import { parseWallTime, wallDateTime, wallInstant } from '../../shared/domain/time/wallClock.ts'
import { designText } from '../../shared/text/en/cards.ts'

/** A card of nobody, with the practice's own words, to see a design by. */
export function exampleCard(practice: Practice, location: Location, today: PlainDate): AppointmentCard {
  const time = parseWallTime('14:20') ?? lost()
  const early = parseWallTime('14:05') ?? lost()
  const visitOn = (date: PlainDate) => {
    const begin = wallInstant(wallDateTime(date, time), location.zone)
    return { id: asId<AppointmentCard['visit']['id']>('example'), version: 1, start: wallDateTime(date, time), interval: { start: begin, end: plusMinutes(begin, 30) }, arriveBy: wallDateTime(date, early), zone: location.zone }
  }
  return {
    practiceName: practice.name, patientName: designText.example, visit: visitOn(addDays(today, 7)), following: [visitOn(addDays(today, 91)), visitOn(addDays(today, 175))],
    locationName: location.name, address: location.address, telephone: location.telephone === '' ? practice.telephone : location.telephone, askFor: practice.askFor,
    language: 'en', largePrint: false, doNotPrint: false, envelopeOnly: false, postalAddress: '', findings: [],
  }
}

function lost(): never {
  throw new Error('a time that cannot be read')
}
