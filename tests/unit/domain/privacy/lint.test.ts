import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calendarEntry } from '../../../../renderer/paper/calendarEntry.ts'
import { composeCard } from '../../../../renderer/paper/composeCard.ts'
import { cardLineKinds, firstDesign, tidyDesign } from '../../../../shared/domain/cardDesign.ts'
import { type Language, languages } from '../../../../shared/domain/language.ts'
import { noSecrets, revealedBy, revealedByName } from '../../../../shared/domain/privacy/lint.ts'
import type { RevealingKind } from '../../../../shared/domain/privacy/revealing.ts'
import { addDays } from '../../../../shared/domain/time/plainDate.ts'
import { wallDateTime } from '../../../../shared/domain/time/wallClock.ts'
import { cardWords } from '../../../../shared/text/paper/cardWords.ts'
import { date, time } from '../../../support/builders.ts'
import { aCard } from '../../../support/cards.ts'
import { revealingPhrases } from '../../../support/revealingPhrases.ts'

type Kind = 'condition' | 'product' | 'specialty' | 'treatment' | 'dose' | 'birth-date' | 'record-number' | 'insurer'
/** What a practice might write in its name, its address or a line of its own, by language and by what it gives away. */
const corpus: Readonly<Record<Language, Readonly<Record<Kind, readonly string[]>>>> = {
  en: {
    condition: ['Your migraine appointment', 'Lakeside Pain Centre', 'for cervical dystonia', 'Spasticity service', 'wrinkles and frown lines', 'the headache room'],
    product: ['Botox visit', 'Xeomin day', 'onabotulinumtoxinA', 'B.o.t.o.x', 'B0tox', 'Ｂｏｔｏｘ', 'dermal filler'], specialty: ['Neurology, floor 2', 'Dermatology', 'the cosmetic rooms', 'Lake Aesthetics'],
    treatment: ['Your injection', 'bring your prescription', 'nerve block room'], dose: ['155 U', '100 units', '2.5 ml', '50 mg'], 'birth-date': ['date of birth: see file', 'DOB'],
    'record-number': ['record number 55', 'MRN 12'], insurer: ['bring your insurance card', 'Medicare', 'Aetna members'],
  },
  es: {
    condition: ['Clínica de la migraña y el dolor', 'cita por distonía', 'arrugas', 'espasticidad'], product: ['toxina botulínica', 'Bótox', 'relleno'], specialty: ['Neurología, 2.º piso', 'Medicina estética'],
    treatment: ['su inyección', 'diagnóstico'], dose: ['100 unidades', '50 UI'], 'birth-date': ['fecha de nacimiento'], 'record-number': ['número de historia clínica'], insurer: ['traiga su póliza', 'seguro médico'],
  },
  fr: {
    condition: ['Centre de la migraine', 'consultation douleur', 'dystonie cervicale', 'anti-rides'], product: ['toxine botulique', 'Dysport'], specialty: ['Neurologie', 'médecine esthétique'],
    treatment: ['votre injection', 'apportez votre ordonnance'], dose: ['100 unités', '2 ml'], 'birth-date': ['date de naissance'], 'record-number': ['numéro de dossier'], insurer: ['carte vitale', 'votre mutuelle'],
  },
  pt: {
    condition: ['consulta de enxaqueca', 'clínica de dor', 'distonia cervical', 'rugas'], product: ['toxina botulínica', 'preenchimento'], specialty: ['Neurologia', 'medicina estética'],
    treatment: ['a sua injeção', 'dose seguinte'], dose: ['100 unidades', '5 ml'], 'birth-date': ['data de nascimento'], 'record-number': ['número do prontuário'], insurer: ['seguradora', 'plano de saúde'],
  },
  de: {
    condition: ['Migräne-Sprechstunde', 'Schmerzzentrum', 'Kopfschmerzambulanz', 'Dystonie', 'Zornesfalten', 'Spastik'], product: ['Botulinumtoxin', 'Nervengift', 'Botoxbehandlung'], specialty: ['Neurologie', 'Praxis für Ästhetik', 'Hautarztpraxis'],
    treatment: ['Ihre Spritze', 'Injektion', 'Diagnose'], dose: ['100 Einheiten', '2,5 ml'], 'birth-date': ['Geburtsdatum', 'geboren am'], 'record-number': ['Patientennummer 7'], insurer: ['Krankenkasse', 'Versicherungskarte'],
  },
  pl: {
    condition: ['leczenie migreny', 'ból głowy', 'dystonia', 'zmarszczki'], product: ['toksyna botulinowa', 'wypełniacz', 'botoks'], specialty: ['neurologia', 'medycyna estetyczna'],
    treatment: ['zastrzyk', 'dawka'], dose: ['100 jednostek', '2 ml'], 'birth-date': ['data urodzenia'], 'record-number': ['numer pacjenta', 'PESEL'], insurer: ['ubezpieczenie', 'NFZ'],
  },
  ar: {
    condition: ['عيادة الصداع النصفي', 'علاج الشقيقة', 'خلل التوتر', 'والألم'], product: ['حقن البوتوكس', 'توكسين'], specialty: ['طب الأعصاب', 'عيادة التجميل'],
    treatment: ['موعد الحقن', 'الجرعة'], dose: ['100 وحدة'], 'birth-date': ['تاريخ الميلاد'], 'record-number': ['رقم الملف'], insurer: ['التأمين'],
  },
  ur: {
    condition: ['درد کا کلینک', 'مائیگرین', 'جھریاں'], product: ['بوٹوکس', 'ٹاکسن'], specialty: ['نیورولوجی', 'کاسمیٹک'], treatment: ['انجکشن', 'ٹیکہ'], dose: ['100 یونٹ'], 'birth-date': ['تاریخ پیدائش'],
    'record-number': ['ریکارڈ نمبر'], insurer: ['بیمہ', 'انشورنس'],
  },
  zh: {
    condition: ['偏头痛门诊', '疼痛治疗', '肌张力障碍', '去皱纹'], product: ['肉毒素', '保妥适'], specialty: ['神经科', '医疗美容'], treatment: ['注射治疗', '剂量'], dose: ['100单位'], 'birth-date': ['出生日期'],
    'record-number': ['病历号'], insurer: ['请带医保卡', '保险'],
  },
  vi: {
    condition: ['phòng khám đau nửa đầu', 'loạn trương lực cơ', 'nếp nhăn'], product: ['độc tố', 'chất làm đầy', 'botox'], specialty: ['thần kinh', 'thẩm mỹ viện'], treatment: ['mũi tiêm', 'chẩn đoán'],
    dose: ['100 đơn vị', '2 ml'], 'birth-date': ['ngày sinh'], 'record-number': ['mã bệnh nhân'], insurer: ['bảo hiểm y tế'],
  },
}
const kindsIn = (text: string): readonly RevealingKind[] => revealedBy(text).map(each => each.kind)

describe.each(languages)('in %s', language => {
  for (const [kind, texts] of Object.entries(corpus[language])) {
    test(`a ${kind} is caught wherever it stands`, () => {
      const missed = texts.flatMap(text => [text, `Lakeside, ${text}`, text.toLocaleUpperCase()]).filter(text => !kindsIn(text).some(found => found === kind))
      expect(missed).toEqual([])
    })
  }
})

test.each(languages)('every one of the phrases in %s is caught, in a sentence, in capitals and without its marks', (language) => {
  const bare = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '')
  // Vietnamese is made of its marks: without them it says something else.
  const written = (phrase: string): readonly string[] => [`Lakeside, ${phrase}.`, phrase.toLocaleUpperCase(), ...(language === 'vi' ? [] : [bare(phrase)])]
  expect(revealingPhrases[language].flatMap(written).filter(text => revealedBy(text).length === 0)).toEqual([])
})

test.each(['B0tox', 'B.o.t.o.x', 'B o t o x', 'Bo-tox', 'Ｂｏｔｏｘ', 'Bótox', 'Bo\u200btox', 'Воtох', 'BOTOX®', 'Botox/Dysport', '(botox)'])('%s hides nothing', (disguise) => {
  expect(kindsIn(`Ask for ${disguise}`)).toContain('product')
})

test('what is stopped is told with the words as they were written', () => {
  expect(revealedBy('Praxis am See, Schmerzzentrum')).toEqual([{ kind: 'condition', word: 'Schmerzzentrum' }])
  expect(revealedBy('ask for B.o.t.o.x today').map(each => each.word)).toEqual(['B.o.t.o.x'])
})

test('the patient’s own birth date and record numbers are caught in every usual writing, nobody else’s', () => {
  const secrets = { birthDate: date('1961-07-09'), identifiers: [{ system: 'chart', value: 'A-4711' }] }
  for (const text of ['1961-07-09', '9.7.1961', '09/07/61', '7/9/1961', '09 07 1961', '9 July 1961', 'July 9th, 1961', '9 de julio de 1961', '9. Juli 1961', '9 lipca 1961', '٩ يوليو ١٩٦١', '1961年7月9']) expect(revealedBy(`x ${text} y`, secrets).map(each => each.kind), text).toEqual(['birth-date'])
  expect(revealedBy('no. a-4711', secrets).map(each => each.kind)).toEqual(['record-number'])
  expect(revealedBy('1961-07-10, 9 July 1962, A-4712', secrets)).toEqual([])
  expect(revealedByName('Rosa 9.7.1961', secrets).map(each => each.kind)).toEqual(['birth-date'])
})

test('the practice’s own words are caught, in any case and with any marks', () => {
  expect(revealedBy('The Élan Suite', noSecrets, ['elan']).map(each => [each.kind, each.word])).toEqual([['own', 'Élan']])
  expect(revealedBy('The Elandsfontein Suite', noSecrets, ['elan'])).toEqual([])
})

test('a design is not kept while a wording of its own gives something away, in whatever language', () => {
  const design = { ...firstDesign, wording: [{ language: 'de' as const, line: 'note' as const, text: 'Bring your migraine diary' }] }
  expect(tidyDesign(design)).toEqual({ ok: false, problem: { code: 'reveals-treatment', findings: [{ kind: 'condition', word: 'migraine' }] } })
})

const samples = new URL('../../../../../shared/samples/names/faker-locales/', import.meta.url)
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
    const visit = { ...aCard().visit, start, arriveBy: start }
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
