import { expect, test } from 'vitest'
import { err } from '../../../shared/domain/result.ts'
import {
  aCertificationType, aLocation, anAbsence, anAccount, anAppointment, aPatient, aPractitioner, aRoom, aServiceType, aShift, competence, newId,
} from '../../support/builders.ts'
import { aClinicIn, keep, onBothEngines } from '../../support/stores.ts'

const twice = (what: string) => err({ code: 'duplicate', what })

onBothEngines('the schema', (open) => {
  test('refuses a second username, however it is written', async () => {
    const { store } = await open()
    await keep(store, async (tx) => {
      expect((await tx.accounts.insert(anAccount({ username: 'JLee' }))).ok).toBe(true)
      for (const username of ['JLee', 'jlee', ' JLEE ', 'ｊｌｅｅ']) expect(await tx.accounts.insert(anAccount({ username }))).toEqual(twice('username'))
      const other = anAccount({ username: 'jlee2' })
      expect((await tx.accounts.insert(other)).ok).toBe(true)
      expect(await tx.accounts.update({ ...other, username: 'jLEE' })).toEqual(twice('username'))
      expect((await tx.accounts.byUsername('jLeE'))?.username).toBe('JLee')
    })
  })

  test('refuses a second room, certification type, service or competence of one name', async () => {
    const { store } = await open()
    const { location, room, service } = await aClinicIn(store)
    const elsewhere = aLocation({ name: 'Hillside' })
    await keep(store, async (tx) => {
      expect(await tx.rooms.insert(aRoom({ locationId: location.id, name: room.name.toUpperCase() }))).toEqual(twice('room'))
      await tx.locations.insert(elsewhere)
      expect((await tx.rooms.insert(aRoom({ locationId: elsewhere.id, name: room.name }))).ok).toBe(true)
      expect(await tx.serviceTypes.insert(aServiceType({ name: service.name }))).toEqual(twice('service'))
      expect((await tx.certificationTypes.insert(aCertificationType())).ok).toBe(true)
      expect(await tx.certificationTypes.insert(aCertificationType())).toEqual(twice('certification type'))
      const code = competence('dystonia')
      expect((await tx.competences.insert({ code, label: 'Dystonia' })).ok).toBe(true)
      expect(await tx.competences.insert({ code, label: 'Other' })).toEqual(twice('competence'))
      expect(await tx.competences.all()).toEqual([{ code, label: 'Dystonia' }])
    })
  })

  test('refuses the same weekly shift twice, with an end and without', async () => {
    const { store } = await open()
    const { location, practitioner } = await aClinicIn(store)
    const shift = { practitionerId: practitioner.id, locationId: location.id }
    await keep(store, async (tx) => {
      for (const through of [null, aShift().from]) {
        expect((await tx.shiftPatterns.insert(aShift({ ...shift, through }))).ok).toBe(true)
        expect(await tx.shiftPatterns.insert(aShift({ ...shift, through }))).toEqual(twice('shift'))
      }
      expect((await tx.shiftPatterns.insert(aShift({ ...shift, weekday: 2 }))).ok).toBe(true)
    })
  })

  test('refuses a patient number of another patient, and undoes all of that patient', async () => {
    const { store } = await open()
    const numbers = [{ system: 'chart', value: '1' }, { system: 'chart', value: '2' }]
    const first = aPatient({ identifiers: numbers })
    await keep(store, async (tx) => {
      expect((await tx.patients.insert(first)).ok).toBe(true)
      const second = aPatient({ identifiers: [{ system: 'chart', value: '3' }, { system: 'chart', value: '2' }] })
      expect(await tx.patients.insert(second)).toEqual(twice('patient number'))
      expect(await tx.patients.byId(second.id)).toBeNull()
      expect(await tx.patients.byIdentifier('chart', '3')).toBeNull()
      expect((await tx.patients.byIdentifier('chart', '2'))?.id).toBe(first.id)
      expect((await tx.patients.insert(aPatient({ identifiers: [{ system: 'export', value: '2' }] }))).ok).toBe(true)
    })
  })

  test('gives back the numbers of a record entered in error, and those that were taken off', async () => {
    const { store } = await open()
    const number = { system: 'chart', value: '1' }
    const wrong = aPatient({ identifiers: [number] })
    const right = aPatient({ identifiers: [number] })
    await keep(store, async (tx) => {
      await tx.patients.insert(wrong)
      await tx.patients.update({ ...wrong, status: 'entered-in-error' })
      expect((await tx.patients.insert(right)).ok).toBe(true)
      expect((await tx.patients.byIdentifier('chart', '1'))?.id).toBe(right.id)
      expect(await tx.patients.update({ ...wrong, version: 2, status: 'active' })).toEqual(twice('patient number'))
      expect((await tx.patients.update({ ...right, identifiers: [] })).ok).toBe(true)
      expect((await tx.patients.update({ ...wrong, version: 2, status: 'active' })).ok).toBe(true)
    })
  })

  test('refuses a request made twice and an imported visit taken twice', async () => {
    const { store } = await open()
    const { location, service, patient } = await aClinicIn(store)
    const visit = () => anAppointment({ patientId: patient.id, serviceTypeId: service.id, locationId: location.id, status: 'cancelled' })
    const identifier = { system: 'acuity', value: '77' }
    await keep(store, async (tx) => {
      expect((await tx.appointments.insert(visit(), { requestKey: 'k1', identifier })).ok).toBe(true)
      expect(await tx.appointments.insert(visit(), { requestKey: 'k1', identifier: null })).toEqual(twice('request'))
      const again = visit()
      expect(await tx.appointments.insert(again, { requestKey: 'k2', identifier })).toEqual(twice('visit number'))
      expect(await tx.appointments.byId(again.id)).toBeNull()
      expect(await tx.appointments.byRequestKey('k2')).toBeNull()
      for (let n = 0; n < 2; n++) expect((await tx.appointments.insert(visit(), { requestKey: null, identifier: null })).ok).toBe(true)
    })
  })

  test('answers a write of another version with both versions, and one of a row that is not there with its name', async () => {
    const { store } = await open()
    const { patient, location } = await aClinicIn(store)
    await keep(store, async (tx) => {
      expect(await tx.patients.update({ ...patient, version: 1, note: 'one' })).toMatchObject({ ok: true, value: { version: 2 } })
      expect(await tx.patients.update({ ...patient, version: 1, note: 'two' })).toEqual(err({ code: 'stale', yours: 1, current: 2 }))
      expect((await tx.patients.byId(patient.id))?.note).toBe('one')
      expect(await tx.locations.update({ ...location, version: 9 })).toEqual(err({ code: 'stale', yours: 9, current: 1 }))
      expect(await tx.practitioners.update(aPractitioner())).toEqual(err({ code: 'not-found', what: 'practitioner' }))
      expect(await tx.absences.remove(anAbsence())).toEqual(err({ code: 'not-found', what: 'absence' }))
    })
  })

  test('writes version 1 whatever the value says, and refuses an id that is taken', async () => {
    const { store } = await open()
    const location = aLocation({ version: 5 })
    await keep(store, async (tx) => {
      expect(await tx.locations.insert(location)).toMatchObject({ ok: true, value: { version: 1 } })
      expect(await tx.locations.insert(location)).toEqual(twice('record'))
    })
  })

  test('takes no row that names another one which is not there', async () => {
    const { store } = await open()
    await expect(keep(store, tx => tx.rooms.insert(aRoom({ locationId: newId() })))).rejects.toThrow()
    expect(await store.read(tx => tx.rooms.all())).toEqual([])
  })
})
