import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HumanName, type Patient, plainCard } from '../../../shared/domain/person.ts'
import { isNamed, tidyName } from '../../../shared/domain/typed.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import { aService, engines, type TestService } from '../../support/service.ts'

const samples = fileURLToPath(new URL('../../../../shared/samples/names/', import.meta.url))
function parsed(file: string): object {
  const value: unknown = JSON.parse(readFileSync(samples + file, 'utf8'))
  return typeof value === 'object' && value !== null ? value : {}
}
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(item => typeof item === 'string') : [])

const naughty = texts(parsed('blns/blns_even.json'))
const surnames = readFileSync(`${samples}simhospital/surnames_every10th.txt`, 'utf8').split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'))

/** Every given and every family name of a locale, put together pair by pair. */
function pairs(file: string): readonly HumanName[] {
  const locale = parsed(`faker-locales/${file}`)
  const [first, last] = [texts(Reflect.get(locale, 'first')), texts(Reflect.get(locale, 'last'))]
  return Array.from({ length: Math.max(first.length, last.length) }, (_, index) => ({ given: first[index % first.length] ?? '', family: last[index % last.length] ?? '' }))
}
const people: readonly HumanName[] = [...readdirSync(`${samples}faker-locales`).flatMap(pairs), ...surnames.map((family, index) => ({ given: ['Ada', 'Bo', 'Cy', 'Di'][index % 4] ?? '', family }))]

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
/** At least one letter or figure: something that can be searched for. */
const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

for (const engine of engines) {
  describe(`names of the world on ${engine}`, () => {
    let service: TestService
    beforeAll(async () => { service = await aService(engine) })
    afterAll(() => service.stop())

    it('are registered from a file, every one, and kept as they are written', async () => {
      const desk = await service.asRole('front-desk')
      const lines = ['Client ID,First Name,Last Name', ...people.map((name, index) => [String(index), quoted(name.given), quoted(name.family)].join(','))]
      const file = { fileName: 'people.csv', bytes: Buffer.from(lines.join('\n')).toString('base64') }
      const preview = await desk.exchange.previewCsv({ file, mapping: null })
      if (!preview.ok) throw new Error(preview.problem.code)
      const report = await desk.exchange.importCsv({ file, mapping: preview.value.mapping })
      expect(report).toMatchObject({ ok: true, value: { saved: true, counts: { unreadable: 0 } } })
      const numbered = new Map((await service.store.read(tx => tx.patients.all())).map(patient => [patient.identifiers[0]?.value, patient.name]))
      expect(people.map((_, index) => numbered.get(String(index)))).toEqual(people.map(tidyName))
    })

    it('are found by what is written, every one', async () => {
      const all = await service.store.read(tx => tx.patients.all())
      const lost = await service.store.read(async tx => {
        const missed: string[] = []
        for (const patient of all) {
          const found = await tx.patients.find(fullName(patient.name), 50)
          if (!found.some(other => other.id === patient.id || fullName(other.name) === fullName(patient.name))) missed.push(fullName(patient.name))
        }
        return missed
      })
      expect(lost).toEqual([])
    })

    it('are found while they are typed, through the desk', async () => {
      const desk = await service.asRole('front-desk')
      for (const name of people.filter((_, index) => index % 97 === 0)) {
        const kept = tidyName(name)
        const typed = [...kept.family].slice(0, 5).join('')
        const answer = await desk.patient.find({ text: `${kept.given} ${typed}`.trim(), limit: 50 })
        expect({ name, found: answer.ok && answer.value.some(patient => fullName(patient.name) === fullName(kept)) }).toEqual({ name, found: true })
      }
    })

    it('may be as naughty as they like: registered, found and shown as text, or refused because nothing of them can be seen', async () => {
      const desk = await service.asRole('front-desk')
      const record = (name: HumanName) => desk.patient.record({
        name, birthDate: null, telephone: '', email: '', identifiers: [], travelMinutes: null, card: plainCard, note: '', evenIfDuplicate: true,
      })
      let registered = 0
      for (const [index, text] of naughty.entries()) {
        const alone = await record({ given: text, family: '' })
        const kept = tidyName({ given: text, family: '' })
        if (text.length > 200 || !isNamed(kept)) {
          expect({ text, alone }).toMatchObject({ text, alone: { ok: false, problem: { code: 'invalid' } } })
          continue
        }
        if (!alone.ok) throw new Error(`${JSON.stringify(text)} was refused: ${alone.problem.code}`)
        registered += 1
        expect(alone.value.name).toEqual(kept)
        const both = await record({ given: `Naughty${index}`, family: text })
        if (!both.ok) throw new Error(`${JSON.stringify(text)} was refused as a family name: ${both.problem.code}`)
        const found = async (typed: string): Promise<readonly Patient[]> => {
          const answer = await desk.patient.find({ text: typed.slice(0, 200), limit: 50 })
          if (!answer.ok) throw new Error(`${JSON.stringify(typed)}: ${answer.problem.code}`)
          return answer.value
        }
        expect((await found(`Naughty${index}`)).map(patient => patient.name)).toContainEqual(both.value.name)
        const names = (await found(kept.given)).map(patient => fullName(patient.name))
        if (hasWord(kept.given)) expect({ text, found: names.some(name => name.includes(kept.given)) }).toEqual({ text, found: true })
      }
      expect(registered).toBeGreaterThan(200)
    })
  })
}
