import { asId, type PatientId } from '../../../shared/domain/ids.ts'
import { languages } from '../../../shared/domain/language.ts'
import type { CardPreference, HumanName, Patient } from '../../../shared/domain/person.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import { type NameSet, nameSets } from './demoNames.ts'
import { type Random, randomFrom } from './random.ts'

const lot = nameSets.flatMap(set => Array.from({ length: set.weight }, () => set))
const areaCodes: readonly [string, ...string[]] = ['312', '773', '217', '309', '574', '219', '262', '630', '815', '708']
const travel: readonly [number | null, ...(number | null)[]] = [null, 10, 15, 20, 25, 35, 45, 60, 75, 90, 120, 150, 210, 300]
const notes: readonly [string, ...string[]] = ['', '', '', '', '', '', 'Prefers mornings.', 'Comes by train; late when the line is.', 'Needs the step-free entrance.', 'Brings an interpreter.']

function nameFrom(random: Random): HumanName {
  const drawn: NameSet | undefined = lot[random.between(0, lot.length - 1)]
  return drawn === undefined ? { given: '', family: 'Demo' } : { given: random.pick(drawn.given), family: random.pick(drawn.family) }
}

/** Numbers in 555-0100 to 555-0199 belong to nobody: kept for made-up people by the North American Numbering Plan. */
const telephoneOf = (n: number): string => `+1 ${areaCodes[Math.floor(n / 100) % areaCodes.length] ?? '312'} 555 01${String(n % 100).padStart(2, '0')}`

/** Post and language go by the number, so that what chance gives out stays as it is. */
const paperOf = (n: number): Pick<CardPreference, 'envelopeOnly' | 'language' | 'address'> => ({
  envelopeOnly: n % 29 === 3,
  language: n % 11 === 5 ? languages[(n / 11 | 0) % languages.length] ?? 'en' : 'en',
  address: n % 3 === 0 ? '' : `${100 + n} Example Street\nChicago, IL 606${String(n % 60).padStart(2, '0')}`,
})

/** Four hundred made-up patients, all over eighteen, always the same ones. */
export function demoPatients(count: number, today: PlainDate, newId: () => string): readonly Patient[] {
  const random = randomFrom(400)
  return Array.from({ length: count }, (_, n): Patient => {
    const name = nameFrom(random)
    const elderly = random.next() < 0.3
    return {
      id: asId<PatientId>(newId()),
      version: 1,
      name,
      birthDate: random.next() < 0.97 ? addDays(today, -random.between(19 * 366, 85 * 365)) : null,
      telephone: random.next() < 0.96 ? telephoneOf(n) : '',
      email: random.next() < 0.7 ? `patient${n + 1}@example.com` : '',
      identifiers: [{ system: 'record-number', value: `D-${10_001 + n}` }],
      travelMinutes: random.pick(travel),
      card: {
        largePrint: elderly && random.next() < 0.5, doNotPrint: random.next() < 0.02, alternateName: random.next() < 0.02 ? name.given || name.family : null,
        ...paperOf(n),
      },
      note: random.pick(notes),
      status: 'active',
    }
  })
}
