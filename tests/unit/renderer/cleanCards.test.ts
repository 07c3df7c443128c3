import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { calendarEntry } from '../../../renderer/paper/calendarEntry.ts'
import { composeCard } from '../../../renderer/paper/composeCard.ts'
import { cardLineKinds, firstDesign } from '../../../shared/domain/cardDesign.ts'
import { languages } from '../../../shared/domain/language.ts'
import { revealedBy } from '../../../shared/domain/privacy/lint.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { wallDateTime } from '../../../shared/domain/time/wallClock.ts'
import { cardWords } from '../../../shared/text/paper/cardWords.ts'
import { date, time } from '../../support/builders.ts'
import { aCard, visitAt } from '../../support/cards.ts'

const samples = new URL('../../../../shared/samples/names/faker-locales/', import.meta.url)
const locale = z.object({ first: z.array(z.string()), last: z.array(z.string()) })
/** Names of many countries, from the public lists wherever they lie beside the project. */
const people: readonly string[] = !existsSync(samples) ? ['Dolores de la Cruz', 'Petra Krebs', 'Max Neurath', 'Jean Payne', 'Maria das Dores Silva'] : readdirSync(samples).flatMap((file) => {
  const { first, last } = locale.parse(JSON.parse(readFileSync(new URL(file, samples), 'utf8')))
  return first.map((name, at) => `${name} ${last[at % last.length] ?? ''}`)
})
const practices = ['Lakeside', 'Lindenhof Practice', 'Praxis am Markt', 'Centro Médico del Río', 'Cabinet du Parc', 'Przychodnia Pod Lipami', 'Clínica da Praça', 'عيادة الواحة', 'شفا کلینک', '湖畔诊所', 'Phòng khám Hoa Sen', 'Dr. Payne & Partners', 'Rosedale House']
const addresses = [
  '1 Lake Street\nChicago, IL 60601', '100 E Main Street\nSpringfield', '15 U Street NW\nWashington, DC 20009', '12 Spinney Lane', 'Calle del Dólar 5\n28001 Madrid', '3 rue de la Paix\n75002 Paris', 'Rua Direita 10\n1200-093 Lisboa', 'Nadelweg 3\n80331 München',
  'ul. Długa 7\n00-238 Warszawa', 'شارع النيل 12\nالقاهرة', 'مال روڈ 5\nلاہور', '人民路 88 号\n上海', '12 Lê Lợi\nThành phố Hồ Chí Minh', 'Strokestown Road 9', '4139 E 7th Street', 'Rietmanweg 638b', 'Suite 4E, 12 Mill Road', 'Apt 12 E, 5 Lake Street', 'Calle Dolores de la Cruz 3', 'Faltenbach 2', 'Đường Liệt sĩ 4', 'Business Park, Units 4-6', 'Boulevard des Injustes 4', 'Painswick Close 2',
]
const askFor = ['the front desk', 'Anna', 'recepción', 'l’accueil', 'a receção', 'dem Empfang', 'rejestrację', 'الاستقبال', 'استقبالیہ', '前台', 'lễ tân', 'Ms Tan']

test('a thousand clean cards in ten languages raise no false alarm', () => {
  const whole = { ...firstDesign, lines: cardLineKinds.map(kind => ({ kind, shown: true, large: false })) }
  const secrets = { birthDate: date('1961-07-09'), identifiers: [{ system: 'chart', value: 'A-4711' }] }
  const texts = new Set<string>()
  for (let n = 0; n < 1000; n += 1) {
    const pick = (all: readonly string[], step: number): string => all[(n * step) % all.length] ?? ''
    const start = wallDateTime(addDays(date('2026-01-01'), n), time(`${String(8 + (n % 10)).padStart(2, '0')}:${String((n * 5) % 60).padStart(2, '0')}`))
    const visit = visitAt(start)
    const language = languages[n % languages.length] ?? 'en'
    const card = aCard({ language, visit, following: [visit], practiceName: pick(practices, 7), locationName: pick(practices, 3), address: pick(addresses, 5), askFor: pick(askFor, 11), telephone: `+1 312 555 ${String(n).padStart(4, '0')}` })
    const { letterTitle, greeting, expected } = cardWords[language]
    for (const text of [...composeCard(card, whole).groups.flat().map(line => line.text), calendarEntry(card) ?? '', letterTitle, greeting, expected]) texts.add(text)
  }
  expect([...texts].flatMap(text => revealedBy(text, secrets).map(({ kind, word }) => `${kind} “${word}” in “${text}”`))).toEqual([])
})

test('whom to ask for, in the names of people of many countries, raises none either', () => {
  // Some families are called what a condition is called; the screen says so, and the desk writes another name.
  const namesakes = ['Krebs', 'Reha']
  expect([...new Set(people.flatMap(name => revealedBy(`Ask for ${name}`).map(each => each.word)))].filter(word => !namesakes.includes(word))).toEqual([])
})
