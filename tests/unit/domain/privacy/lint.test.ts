import { describe, expect, test } from 'vitest'
import { firstDesign, tidyDesign } from '../../../../shared/domain/cardDesign.ts'
import { type Language, languages } from '../../../../shared/domain/language.ts'
import { noSecrets, revealedBy, revealedByName } from '../../../../shared/domain/privacy/lint.ts'
import type { RevealingKind } from '../../../../shared/domain/privacy/revealing.ts'
import { date } from '../../../support/builders.ts'
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
  expect(revealedBy('not a B.o.t.o.x card').map(each => each.word)).toEqual(['B.o.t.o.x'])
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
