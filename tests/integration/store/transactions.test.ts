import { expect, test } from 'vitest'
import type { Area, ReadTx } from '../../../main/service/store/store.ts'
import { aLocation, anAppointment, aPatient, aPractice, aQualification, aShift, wholeDay } from '../../support/builders.ts'
import { aClinicIn, keep, onBothEngines } from '../../support/stores.ts'

onBothEngines('a transaction', (open, engine) => {
  test('keeps nothing when it throws, and nothing when it is a preview', async () => {
    const { store } = await open()
    await expect(store.write(['practice'], async (tx) => {
      await tx.locations.insert(aLocation())
      throw new Error('on purpose')
    })).rejects.toThrow('on purpose')
    const shown = await store.write(['practice'], async (tx) => {
      await tx.locations.insert(aLocation())
      return { keep: false, value: (await tx.locations.all()).length }
    })
    expect(shown).toBe(1)
    expect(await store.read(tx => tx.locations.all())).toEqual([])
  })

  test('goes on after a refusal as if it had not been tried', async () => {
    const { store } = await open()
    const location = aLocation()
    await keep(store, async (tx) => {
      await tx.locations.insert(location)
      expect((await tx.locations.insert(location)).ok).toBe(false)
      await tx.practice.insert(aPractice())
    })
    expect((await store.read(tx => tx.practice.read())).name).toBe(aPractice().name)
  })

  test('cannot be begun inside another one', async () => {
    const { store } = await open()
    await expect(store.write([], () => store.read(tx => tx.locations.all()).then(value => ({ keep: true, value })))).rejects.toThrow('inside another')
    await expect(store.read(() => store.read(tx => tx.locations.all()))).rejects.toThrow('inside another')
    expect(await store.read(tx => tx.locations.all())).toEqual([])
  })

  test('takes no statement after its end', async () => {
    const { store } = await open()
    const kept: ReadTx[] = []
    await store.read(async (tx) => { kept.push(tx) })
    await keep(store, async (tx) => { kept.push(tx) })
    for (const tx of kept) await expect(tx.locations.all()).rejects.toThrow('after the end')
  })

  test('waits for the one before it, so that checking and writing are one', async () => {
    const { store } = await open()
    await aClinicIn(store)
    await Promise.all(Array.from({ length: 20 }, (_, n) => keep(store, async (tx) => {
      const [location] = await tx.locations.all()
      if (location === undefined) throw new Error('no location')
      expect((await tx.locations.update({ ...location, name: `${n}` })).ok).toBe(true)
    })))
    expect((await store.read(tx => tx.locations.all()))[0]?.version).toBe(21)
  })

  test('tells every listener once, after the commit and only then, whatever another listener does', async () => {
    const { store } = await open()
    const heard: { readonly sequence: number; readonly areas: readonly Area[] }[] = []
    store.onCommit(() => { throw new Error('a listener that fails') })
    const stop = store.onCommit((sequence, areas) => heard.push({ sequence, areas }))
    await store.write(['practice', 'staff'], async (tx) => {
      await tx.locations.insert(aLocation())
      expect(heard).toEqual([])
      return { keep: true, value: null }
    })
    await store.write(['patients'], async (tx) => {
      await tx.patients.insert(aPatient())
      return { keep: false, value: null }
    })
    await store.read(tx => tx.locations.all())
    await store.write(['patients'], async (tx) => {
      await tx.patients.insert(aPatient())
      return { keep: true, value: null }
    })
    stop()
    await keep(store, tx => tx.patients.insert(aPatient()))
    expect(heard.map(each => each.areas)).toEqual([['practice', 'staff'], ['patients']])
    expect(heard[1]?.sequence).toBe((heard[0]?.sequence ?? 0) + 1)
  })

  test('reaches another desk, which sees it at once in what it keeps in memory', async () => {
    const { store, another } = await open()
    const { practitioner, location } = await aClinicIn(store)
    const other = await another()
    const day = wholeDay()
    expect(await other.read(tx => tx.patients.find('zimmer', 5))).toEqual([])
    expect((await other.read(tx => tx.staffingFacts(day))).shiftPatterns).toEqual([])
    const told = new Promise<readonly Area[]>(resolve => other.onCommit((_sequence, areas) => resolve(areas)))

    const zimmer = aPatient({ name: { given: 'Ada', family: 'Zimmer' } })
    const shift = aShift({ practitionerId: practitioner.id, locationId: location.id })
    await store.write(['patients', 'staff'], async (tx) => {
      await tx.patients.insert(zimmer)
      await tx.shiftPatterns.insert(shift)
      return { keep: true, value: null }
    })
    // Only PostgreSQL calls other desks; a second opening of the SQLite file sees the change when it looks.
    if (engine === 'postgresql') expect(await told).toEqual(['patients', 'staff'])
    expect(await other.read(tx => tx.patients.find('zimmer', 5))).toEqual([zimmer])
    expect((await other.read(tx => tx.staffingFacts(day))).shiftPatterns).toEqual([shift])
  })

  test('sees what it has itself changed in the facts for the staffing engine, and nobody else does', async () => {
    const { store } = await open()
    const { practitioner, location, service, patient } = await aClinicIn(store)
    const facts = () => store.read(tx => tx.staffingFacts(wholeDay()))
    const before = await facts()
    expect(before.practitioners).toEqual([practitioner])
    await store.write([], async (tx) => {
      await tx.shiftPatterns.insert(aShift({ practitionerId: practitioner.id, locationId: location.id }))
      await tx.appointments.insert(anAppointment({ patientId: patient.id, serviceTypeId: service.id, locationId: location.id }), { requestKey: null, identifier: null })
      const inside = await tx.staffingFacts(wholeDay())
      expect([inside.shiftPatterns.length, inside.appointments.length]).toEqual([1, 1])
      return { keep: false, value: null }
    })
    expect(await facts()).toEqual(before)
    await expect(keep(store, tx => tx.qualifications.insert(aQualification({ practitionerId: practitioner.id })))).rejects.toThrow()
    expect(await facts()).toEqual(before)
  })

  test('finds patients that it has itself written, and forgets them when it is undone', async () => {
    const { store } = await open()
    const { patient } = await aClinicIn(store)
    const find = (text: string) => store.read(tx => tx.patients.find(text, 5))
    await find('anything')
    await store.write([], async (tx) => {
      await tx.patients.insert(aPatient({ name: { given: 'Ada', family: 'Zimmer' } }))
      await tx.patients.update({ ...patient, name: { given: 'Rosa', family: 'Zimmermann' } })
      expect((await tx.patients.find('zimmer', 5)).map(each => each.name.family)).toEqual(['Zimmer', 'Zimmermann'])
      expect(await tx.patients.find(patient.name.family, 5)).toEqual([])
      return { keep: false, value: null }
    })
    expect(await find('zimmer')).toEqual([])
    expect(await find(patient.name.family)).toEqual([patient])
  })
})
