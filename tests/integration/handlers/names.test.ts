import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { HumanName } from '../../../shared/domain/person.ts'
import { isNamed, tidyName } from '../../../shared/domain/typed.ts'
import { wallDateTime } from '../../../shared/domain/time/wallClock.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { monday, time } from '../../support/builders.ts'
import { engines } from '../../support/service.ts'
import { aClinic, type Clinic, given, refusal } from './clinic.ts'

const ownNames: readonly HumanName[] = [
  { given: 'Nguyễn Thị', family: 'Ánh' }, { given: 'Mary-Kate', family: "O'Neil-van der Berg III" }, { given: '', family: 'Sukarno' }, { given: '小龍', family: '李' },
  { given: 'محمد', family: 'بن سلمان' }, { given: 'Żółć', family: 'Gęślą' }, { given: 'İbrahim', family: 'Çağlı' }, { given: 'Ursula', family: 'Wolfeschlegelsteinhausenbergerdorff' },
  { given: 'Null', family: 'Undefined' }, { given: "Robert'); DROP TABLE patients;--", family: 'T' }, { given: 'a%_\\', family: '" OR 1=1' }, { given: '\uD800', family: '\u0000x' },
]
const folder = new URL('../../../../shared/samples/names/', import.meta.url)
const locale = z.object({ first: z.array(z.string()), last: z.array(z.string()) })

/** Some names of every list beside the project, where it lies there; our own go with them everywhere. */
function publicNames(): readonly HumanName[] {
  if (!existsSync(folder)) return []
  const locales = fileURLToPath(new URL('faker-locales/', folder))
  return readdirSync(locales).flatMap(file => {
    const { first, last } = locale.parse(JSON.parse(readFileSync(locales + file, 'utf8')))
    return Array.from({ length: 10 }, (_, n) => ({ given: first[n * 7 % first.length] ?? '', family: last[n * 11 % last.length] ?? '' }))
  })
}
const ownHorrors = ['\u0000', '\u202Etest\u202C', '</p><script>alert(1)</script>', '%s%n', '👩‍👩‍👧‍👦', 'Z̸̡̛a̷l̵g̶o̷', '\u{E0001}\u{E0041}', 'e\u0301'.repeat(90), 'x'.repeat(201), '\uFEFF\r\n']
function horrors(): readonly HumanName[] {
  const file = new URL('blns/blns_even.json', folder)
  const more = existsSync(file) ? z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  return [...ownHorrors, ...more].map(family => ({ given: 'X', family }))
}

describe.each(engines)('names on %s', engine => {
  let clinic: Clinic
  beforeAll(async () => { clinic = await aClinic(engine) })
  afterAll(async () => { await clinic.service.stop() })

  test('every name is registered, found again, shown and printed as it is written', async () => {
    const names = [...ownNames, ...publicNames()]
    const missed: HumanName[] = []
    for (const [n, name] of names.entries()) {
      const patient = await clinic.patient({ name })
      const kept = tidyName(name)
      expect(patient.name).toEqual(kept)
      const found = await given(clinic.desk.patient.find({ text: `${kept.given} ${kept.family}`, limit: 50 }))
      if (!found.some(each => each.id === patient.id)) missed.push(name)
      const day = addDays(monday, 7 * (n % 30))
      const visit = await given(clinic.lead.appointment.book(clinic.asked({
        patientId: patient.id, start: wallDateTime(day, time(n % 2 === 0 ? '09:00' : '13:00')), overrideReason: 'to print the card', performerId: clinic.ortiz.id,
      })))
      expect((await clinic.shown(visit.appointment.id, day))?.patientName).toEqual(kept)
      expect((await given(clinic.desk.card.read({ id: visit.appointment.id }))).card.patientName).toEqual(kept)
      await given(clinic.desk.appointment.cancel({ id: visit.appointment.id, version: 1, reason: 'printed' }))
    }
    expect(missed).toEqual([])
  })

  test('whatever else is typed is kept whole or refused with a reason, and never breaks anything', async () => {
    for (const name of horrors()) {
      const fields = { ...clinic.rosa, name }
      const { id: _id, version: _version, status: _status, ...typed } = fields
      const answer = clinic.desk.patient.record({ ...typed, evenIfDuplicate: true })
      if ([...name.family].length > 200) expect(await refusal(answer)).toMatchObject({ code: 'invalid' })
      else expect((await given(answer)).name).toEqual(tidyName(name))
      expect(isNamed(tidyName(name))).toBe(true)
      if ([...name.family].length <= 200) await given(clinic.desk.patient.find({ text: name.family, limit: 10 }))
    }
  })
})
