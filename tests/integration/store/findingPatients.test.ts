import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Patient } from '../../../shared/domain/person.ts'
import { aPatient, date, newId } from '../../support/builders.ts'
import { keep, onBothEngines } from '../../support/stores.ts'
import { chance, namesFolder, samplePeople } from '../../bench/nameQueries.ts'

const named = (given: string, family: string, rest: Partial<Patient> = {}): Patient => aPatient({ name: { given, family }, telephone: '', birthDate: null, ...rest })

function sampleNames(): readonly Patient[] {
  const naughty = (JSON.parse(readFileSync(join(namesFolder, 'blns/blns_even.json'), 'utf8')) as readonly string[]).filter(text => text.trim() !== '')
  const surnames = readFileSync(join(namesFolder, 'simhospital/surnames_every10th.txt'), 'utf8').split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return [
    ...naughty.map(text => named('', text)),
    ...surnames.map(family => named('Pat', family)),
    ...samplePeople(700, chance(1)).map(({ given, family }) => named(given, family)),
  ]
}

onBothEngines('finding patients', (open) => {
  test('gives back every sample name as it was written, and finds it by that name', async () => {
    const { store } = await open()
    const patients = sampleNames()
    await keep(store, async (tx) => {
      for (const patient of patients) expect((await tx.patients.insert(patient)).ok).toBe(true)
    })
    const lost = await store.read(async (tx) => {
      const missed: string[] = []
      expect(await tx.patients.byIds(patients.map(each => each.id))).toEqual(patients)
      for (const patient of patients) {
        const { given, family } = patient.name
        const hits = await tx.patients.find(`${given} ${family}`, 20)
        if (!hits.some(hit => hit.name.given === given && hit.name.family === family)) missed.push(`${given} ${family}`)
      }
      return missed
    })
    expect(lost).toEqual([])
  }, 240_000)

  test('by nothing lists those changed last, and never one entered in error', async () => {
    const { store } = await open()
    const [first, second, wrong] = [named('A', 'One'), named('B', 'Two'), named('C', 'Wrong')]
    for (const patient of [first, second, wrong]) await keep(store, tx => tx.patients.insert(patient))
    await keep(store, tx => tx.patients.update({ ...first, note: 'called' }))
    await keep(store, tx => tx.patients.update({ ...wrong, status: 'entered-in-error' }))
    const find = (text: string) => store.read(async tx => (await tx.patients.find(text, 2)).map(each => each.id))
    expect(await find('')).toEqual([first.id, second.id])
    expect(await find('  ')).toEqual([first.id, second.id])
    expect(await find('wrong')).toEqual([])
    await keep(store, tx => tx.patients.update({ ...wrong, version: 2, status: 'inactive' }))
    expect(await find('wrong')).toEqual([wrong.id])
  })

  test('by id keeps the order asked for and leaves out who is not there', async () => {
    const { store } = await open()
    const [a, b] = [named('A', 'One'), named('B', 'Two')]
    await keep(store, async (tx) => {
      for (const patient of [a, b]) await tx.patients.insert(patient)
      expect(await tx.patients.byIds([b.id, newId(), a.id])).toEqual([b, a])
      expect(await tx.patients.byIds([])).toEqual([])
    })
  })

  test('likely to be registered already goes by birth date or telephone with a like name, or by number', async () => {
    const { store } = await open()
    const born = date('1961-07-09')
    const rosa = named('Rosa', 'Ortega', { birthDate: born, telephone: '+1 312 555 0199', identifiers: [{ system: 'chart', value: '7' }] })
    const son = named('Luis', 'Ortega', { birthDate: date('1990-01-02'), telephone: '+1 312 555 0199' })
    await keep(store, async (tx) => {
      for (const patient of [rosa, son]) await tx.patients.insert(patient)
      const likely = async (patient: Patient) => (await tx.patients.likely(patient)).map(each => each.id)
      expect(await likely(named('Rossa', 'Ortega', { birthDate: born }))).toEqual([rosa.id])
      expect(await likely(named('Ortega', 'ROSA', { telephone: '(312) 555-0199' }))).toEqual([rosa.id])
      expect(await likely(named('Luis', 'Ortega', { telephone: '312 555 0199' }))).toEqual([son.id])
      expect(await likely(named('Somebody', 'Else', { identifiers: [{ system: 'chart', value: '7' }] }))).toEqual([rosa.id])
      expect(await likely(named('Rosa', 'Ortega'))).toEqual([])
      expect(await likely(named('Peter', 'Stone', { birthDate: born, telephone: '312 555 0199' }))).toEqual([])
      await tx.patients.update({ ...rosa, status: 'entered-in-error' })
      expect(await likely(named('Rosa', 'Ortega', { birthDate: born }))).toEqual([])
    })
  })
})
