import type { PersonKey } from './demoStaff.ts'
import type { ServiceKey } from './demoServices.ts'

/** One visit of today. `stays`: still to come whatever the hour, because its verdict is what the demo is for. */
export type DemoVisit = {
  readonly start: number
  readonly service: ServiceKey
  readonly performer: PersonKey | null
  readonly stays: boolean
}

const at = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const plain = (time: string, service: ServiceKey, performer: PersonKey): DemoVisit => ({ start: at(time), service, performer, stays: false })
const telling = (time: string, service: ServiceKey, performer: PersonKey | null): DemoVisit => ({ start: at(time), service, performer, stays: true })

/** Today at the main location: between them these show every verdict that there is. */
export const demoToday: readonly DemoVisit[] = [
  plain('08:00', 'migraine', 'khan'),
  plain('08:00', 'facial-lines', 'ito'),
  // Her certificate ended yesterday, and the next one who holds it begins at two.
  telling('08:30', 'dystonia', 'khan'),
  plain('08:30', 'facial-lines', 'garcia'),
  // Certified for it alone today: one absence would uncover it.
  telling('09:00', 'blepharospasm', 'ito'),
  plain('09:30', 'migraine', 'mensah'),
  plain('09:30', 'migraine', 'khan'),
  // Two overlapping visits, and one person who may perform them.
  telling('10:00', 'spasticity', null),
  telling('10:15', 'spasticity', null),
  plain('10:00', 'facial-lines', 'mensah'),
  plain('11:00', 'migraine', 'khan'),
  // Its performer is ill and nobody else here is certified for it.
  telling('11:30', 'back-pain', 'silva'),
  plain('11:30', 'migraine', 'novakova'),
  // Its performer is ill, but others could take it.
  telling('12:30', 'migraine', 'silva'),
  telling('13:00', 'migraine', null),
  plain('13:00', 'facial-lines', 'ito'),
  plain('13:30', 'facial-lines', 'nguyen'),
  telling('14:00', 'dystonia', 'ortiz'),
  telling('14:30', 'blepharospasm', 'ito'),
  plain('14:30', 'migraine', 'mensah'),
  plain('15:00', 'migraine', 'ortiz'),
  // Nobody has approved this service yet.
  telling('15:30', 'drooling', 'khan'),
  telling('16:00', 'migraine', 'khan'),
  telling('16:30', 'facial-lines', 'nguyen'),
  telling('17:00', 'migraine', 'mensah'),
  telling('17:30', 'facial-lines', 'ito'),
]
