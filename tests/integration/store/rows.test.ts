import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reads, Removes, Store, Writes, WriteTx } from '../../../main/service/store/store.ts'
import { aCertificationType } from '../../support/builders.ts'
import { aClinicIn, keep, onBothEngines } from '../../support/stores.ts'
import {
  anyAbsence, anyAccount, anyAppointment, anyCertificationType, anyLocation, anyPatient, anyPractice, anyPractitioner, anyQualification,
  anyRoom, anyServiceType, anyShiftException, anyShiftPattern,
} from './arbitraryRows.ts'

type Row<Id> = { readonly id: Id; readonly version: number }
type Repository<R extends Row<Id>, Id> = Reads<R, Id> & Writes<R> & Partial<Removes<R>>

/** Every value comes back as it was written, before and after an amendment, and is counted up by one. */
async function comesBack<R extends Row<Id>, Id>(store: Store, anyRow: fc.Arbitrary<R>, of: (tx: WriteTx) => Repository<R, Id>): Promise<void> {
  await fc.assert(fc.asyncProperty(anyRow, anyRow, async (row, other) => {
    const amended = { ...other, id: row.id, version: 1 }
    await store.write([], async (tx) => {
      expect(await of(tx).insert(row)).toEqual({ ok: true, value: row })
      expect(await of(tx).byId(row.id)).toEqual(row)
      expect(await of(tx).update(amended)).toEqual({ ok: true, value: { ...amended, version: 2 } })
      expect(await of(tx).byId(row.id)).toEqual({ ...amended, version: 2 })
      expect(await of(tx).all()).toContainEqual({ ...amended, version: 2 })
      return { keep: false, value: null }
    })
  }), { numRuns: 40 })
}

onBothEngines('a row', (open) => {
  test('of any kind comes back exactly as it was written', async () => {
    const { store } = await open()
    const { location, practitioner } = await aClinicIn(store)
    const type = aCertificationType({ name: 'The one that is there' })
    await keep(store, tx => tx.certificationTypes.insert(type))

    await comesBack(store, anyLocation, tx => tx.locations)
    await comesBack(store, anyRoom(location.id), tx => tx.rooms)
    await comesBack(store, anyAccount(practitioner.id), tx => tx.accounts)
    await comesBack(store, anyPractitioner(location.id), tx => tx.practitioners)
    await comesBack(store, anyCertificationType, tx => tx.certificationTypes)
    await comesBack(store, anyQualification(practitioner.id, type.id), tx => tx.qualifications)
    await comesBack(store, anyServiceType, tx => tx.serviceTypes)
    await comesBack(store, anyShiftPattern(practitioner.id, location.id), tx => tx.shiftPatterns)
    await comesBack(store, anyShiftException(practitioner.id, location.id), tx => tx.shiftExceptions)
    await comesBack(store, anyAbsence(practitioner.id), tx => tx.absences)
    await comesBack(store, anyPatient, tx => tx.patients)
  })

  test('of the practice comes back, there is only one, and nobody reads one before it is written', async () => {
    const { store } = await open()
    await expect(store.read(tx => tx.practice.read())).rejects.toThrow('not been written')
    await fc.assert(fc.asyncProperty(anyPractice, anyPractice, async (practice, other) => {
      await store.write([], async (tx) => {
        expect(await tx.practice.insert(practice)).toEqual({ ok: true, value: practice })
        expect(await tx.practice.read()).toEqual(practice)
        expect(await tx.practice.insert(other)).toEqual({ ok: false, problem: { code: 'duplicate', what: 'practice' } })
        expect(await tx.practice.update(other)).toEqual({ ok: true, value: { ...other, version: 2 } })
        expect(await tx.practice.read()).toEqual({ ...other, version: 2 })
        return { keep: false, value: null }
      })
    }), { numRuns: 20 })
  })

  test('of a visit comes back by id, patient, time, request and the number another system gave it', async () => {
    const { store } = await open()
    const { location, room, practitioner, service, patient } = await aClinicIn(store)
    const anyVisit = anyAppointment({
      patientId: patient.id, serviceTypeId: service.id, locationId: location.id, roomId: room.id, performerId: practitioner.id,
    })
    await fc.assert(fc.asyncProperty(anyVisit, anyVisit, fc.uuid(), async (visit, other, number) => {
      await store.write([], async (tx) => {
        const identifier = { system: 'acuity', value: number }
        expect(await tx.appointments.insert(visit, { requestKey: `key ${number}`, identifier })).toEqual({ ok: true, value: visit })
        const amended = { ...other, id: visit.id, version: 1 }
        expect(await tx.appointments.update(amended)).toEqual({ ok: true, value: { ...amended, version: 2 } })
        const found = { ...amended, version: 2 }
        expect(await tx.appointments.byId(visit.id)).toEqual(found)
        expect(await tx.appointments.byRequestKey(`key ${number}`)).toEqual(found)
        expect(await tx.appointments.byIdentifier('acuity', number)).toEqual(found)
        expect(await tx.appointments.byIdentifier('mindbody', number)).toBeNull()
        expect(await tx.appointments.ofPatient(patient.id)).toEqual([found])
        expect(await tx.appointments.within(found.interval, location.id)).toEqual([found])
        expect(await tx.appointments.within(found.interval, null)).toEqual([found])
        return { keep: false, value: null }
      })
    }), { numRuns: 40 })
  })

  test('that is taken away is gone, and only in the version that was seen', async () => {
    const { store } = await open()
    const { location, practitioner } = await aClinicIn(store)
    await fc.assert(fc.asyncProperty(anyShiftPattern(practitioner.id, location.id), async (shift) => {
      await store.write([], async (tx) => {
        await tx.shiftPatterns.insert(shift)
        expect(await tx.shiftPatterns.remove({ ...shift, version: 7 })).toEqual({ ok: false, problem: { code: 'stale', yours: 7, current: 1 } })
        expect(await tx.shiftPatterns.remove(shift)).toEqual({ ok: true, value: shift })
        expect(await tx.shiftPatterns.byId(shift.id)).toBeNull()
        expect(await tx.shiftPatterns.remove(shift)).toEqual({ ok: false, problem: { code: 'not-found', what: 'shift' } })
        return { keep: false, value: null }
      })
    }), { numRuns: 10 })
  })

  test('of credentials comes back beside the account, and is replaced', async () => {
    const { store } = await open()
    const { practitioner } = await aClinicIn(store)
    await fc.assert(fc.asyncProperty(anyAccount(practitioner.id), fc.nat(), async (account, failures) => {
      await store.write([], async (tx) => {
        await tx.accounts.insert(account)
        expect(await tx.accounts.credential(account.id)).toBeNull()
        for (const credential of [{ hash: '$argon2id$x', failures: 0, lockedUntil: null }, { hash: '$scrypt$y', failures, lockedUntil: null }]) {
          await tx.accounts.setCredential(account.id, credential)
          expect(await tx.accounts.credential(account.id)).toEqual(credential)
        }
        return { keep: false, value: null }
      })
    }), { numRuns: 10 })
  })
})
