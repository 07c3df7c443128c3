import type { CertificationType } from '../../../shared/domain/certification.ts'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import type { Practitioner } from '../../../shared/domain/person.ts'
import type { Location, Room } from '../../../shared/domain/practice.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import { parsePlainDate } from '../../../shared/domain/time/plainDate.ts'
import type { PlainDate, WallDateTime } from '../../../shared/domain/time/values.ts'
import { timeOf } from '../../../shared/domain/time/wallClock.ts'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import type { StaffingNames } from '../../../shared/text/staffing.ts'
import type { Client } from '../service.ts'
import { ask } from './openDesk.ts'
import { CommandEnd } from './options.ts'

/** What a practice calls its places, services and people. */
export type Register = {
  readonly locations: readonly Location[]
  readonly rooms: readonly Room[]
  readonly serviceTypes: readonly ServiceType[]
  readonly practitioners: readonly Practitioner[]
  readonly certificationTypes: readonly CertificationType[]
  readonly competences: readonly { readonly code: CertificationType['competences'][number]; readonly label: string }[]
  readonly today: PlainDate
}

/** Reads what a practice calls things. */
export async function register(client: Client): Promise<Register> {
  const [practice, serviceTypes, staff] = [await ask(client.practice.read({})), await ask(client.serviceType.list({})), await ask(client.staff.read({}))]
  return {
    locations: practice.locations, rooms: practice.rooms, serviceTypes, practitioners: staff.practitioners, certificationTypes: staff.certificationTypes,
    competences: staff.competences, today: staff.today,
  }
}

/** The names that a sentence about staffing needs; `starts` are the visits that it may speak of. */
export const staffingNamesOf = (known: Register, starts: ReadonlyMap<AppointmentId, WallDateTime>): StaffingNames => ({
  person: id => fullName(known.practitioners.find(person => person.id === id)?.name ?? { given: '', family: id }),
  competence: code => known.competences.find(competence => competence.code === code)?.label ?? code,
  visitTime: id => {
    const start = starts.get(id)
    return start === undefined ? null : timeOf(start)
  },
  today: known.today,
})

/** The date that an option gives; anything else ends the command as wrong usage. */
export function dateOf(text: string | undefined, option: string): PlainDate {
  const date = text === undefined ? null : parsePlainDate(text)
  if (date === null) throw new CommandEnd(commandLineText.badDate(option), 2)
  return date
}
