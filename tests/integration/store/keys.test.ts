import fc from 'fast-check'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readRecoveryKey, recoveryKeyBytes, writeRecoveryKey } from '../../../main/service/store/keys/recoveryKey.ts'
import { seal, unseal } from '../../../main/service/store/keys/seal.ts'
import { openStoreHouse, storeFiles } from '../../../main/service/store/storeHouse.ts'
import type { Store } from '../../../main/service/store/store.ts'
import type { KeyStore } from '../../../main/service/ports.ts'
import { aPatient } from '../../support/builders.ts'
import { keep, obligingKeyStore, quietPorts } from '../../support/stores.ts'

const folders: string[] = []
const open: Store[] = []
const passphrase = 'seven grey herons wading'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'injection-desk-keys-'))
  folders.push(folder)
  return folder
}

async function aPracticeIn(folder: string, keyStore: KeyStore | null, asked: string | null): Promise<string> {
  const { store, recoveryKey } = await (await openStoreHouse(quietPorts(folder, keyStore))).create({ passphrase: asked, postgresUrl: null })
  await keep(store, tx => tx.patients.insert(aPatient()))
  await store.close()
  return recoveryKey
}

/** Whether the store that was opened is the practice's own. */
async function opens(found: Store | null): Promise<boolean> {
  if (found === null) return false
  open.push(found)
  const patients = await found.read(tx => tx.patients.all())
  await found.close()
  return patients.length === 1
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('a practice', () => {
  test('opens by its passphrase and by its recovery key, by nothing else, and not by itself', async () => {
    const folder = aFolder()
    const recoveryKey = await aPracticeIn(folder, null, passphrase)
    // Where nobody says otherwise a passphrase is stretched as OWASP asks for.
    expect(JSON.parse(readFileSync(join(folder, storeFiles.keys), 'utf8'))).toMatchObject({ wraps: expect.arrayContaining([expect.objectContaining({ derivation: expect.objectContaining({ name: 'scrypt', cost: 2 ** 17, blockSize: 8 }) })]) })
    const house = await openStoreHouse(quietPorts(folder, null))
    expect([await house.state(), await house.hasPassphrase(), await house.openByItself()]).toEqual(['locked', true, null])
    expect(await house.open('seven grey heron wading', 'passphrase')).toBeNull()
    expect(await house.open(recoveryKey, 'passphrase')).toBeNull()
    expect(await house.open(passphrase, 'recovery-key')).toBeNull()
    expect(await opens(await house.open(passphrase, 'passphrase'))).toBe(true)
    expect(await opens(await house.open(recoveryKey, 'recovery-key'))).toBe(true)
    expect(await opens(await house.open(` ${recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `, 'recovery-key'))).toBe(true)
  })

  test('opens by itself where the key store of this machine has its key, and by its recovery key where it has lost it', async () => {
    const folder = aFolder()
    const recoveryKey = await aPracticeIn(folder, obligingKeyStore, null)
    expect(await opens(await (await openStoreHouse(quietPorts(folder))).openByItself())).toBe(true)
    const lost: KeyStore = { wrap: () => Promise.resolve(null), unwrap: () => Promise.resolve(null) }
    for (const keyStore of [null, lost]) {
      const house = await openStoreHouse(quietPorts(folder, keyStore))
      expect([await house.openByItself(), await house.hasPassphrase()]).toEqual([null, false])
      expect(await opens(await house.open(recoveryKey, 'recovery-key'))).toBe(true)
    }
  })

  test('is not made with nothing but a recovery key to open it by', async () => {
    const folder = aFolder()
    const house = await openStoreHouse(quietPorts(folder, null))
    await expect(house.create({ passphrase: null, postgresUrl: null })).rejects.toThrow('passphrase')
    expect([await house.state(), readdirSync(folder)]).toEqual(['first-run', []])
  })

  test('that is made up opens by itself, and only as one', async () => {
    const folder = aFolder()
    const house = await openStoreHouse(quietPorts(folder, null, true))
    const { store } = await house.create({ passphrase: null, postgresUrl: null })
    await keep(store, tx => tx.patients.insert(aPatient()))
    await store.close()
    expect(await opens(await (await openStoreHouse(quietPorts(folder, null, true))).openByItself())).toBe(true)
    expect(await (await openStoreHouse(quietPorts(folder, null, false))).openByItself()).toBeNull()
    expect(readFileSync(join(folder, storeFiles.keys), 'utf8')).toContain('"demo"')
  })

  test('takes a new passphrase in place of the old one, and keeps its other keys and its file', async () => {
    const folder = aFolder()
    const recoveryKey = await aPracticeIn(folder, obligingKeyStore, passphrase)
    const house = await openStoreHouse(quietPorts(folder))
    await expect(house.setPassphrase('another one entirely')).rejects.toThrow('must be open')
    const store = await house.open(passphrase, 'passphrase')
    await house.setPassphrase('another one entirely')
    await store?.close()
    const after = await openStoreHouse(quietPorts(folder))
    expect(await after.open(passphrase, 'passphrase')).toBeNull()
    expect(await opens(await after.open('another one entirely', 'passphrase'))).toBe(true)
    expect(await opens(await after.open(recoveryKey, 'recovery-key'))).toBe(true)
    expect(await opens(await after.openByItself())).toBe(true)
  })

  test('lets only its owner read its keys, and its folder where it makes that', async () => {
    const folder = join(aFolder(), 'desk')
    await aPracticeIn(folder, obligingKeyStore, null)
    for (const path of [folder, join(folder, storeFiles.keys)]) expect(statSync(path).mode & 0o077).toBe(0)
  })

  test('that was left half made is begun anew', async () => {
    const folder = aFolder()
    const ports = quietPorts(folder)
    const house = await openStoreHouse(ports)
    const first = await house.create({ passphrase: null, postgresUrl: null })
    expect(await house.state()).toBe('first-run')
    const second = await house.create({ passphrase: null, postgresUrl: null })
    expect(second.recoveryKey).not.toBe(first.recoveryKey)
    await keep(second.store, tx => tx.patients.insert(aPatient()))
    expect(await house.state()).toBe('locked')
    await expect(house.create({ passphrase: null, postgresUrl: null })).rejects.toMatchObject({ why: 'foreign' })
    await second.store.close()
    expect(await opens(await (await openStoreHouse(ports)).open(second.recoveryKey, 'recovery-key'))).toBe(true)
  })

  test('whose keys are lost or damaged is not taken for a first run, and is not written over', async () => {
    const folder = aFolder()
    const recoveryKey = await aPracticeIn(folder, obligingKeyStore, null)
    const keys = join(folder, storeFiles.keys)
    renameSync(keys, `${keys}.away`)
    const house = await openStoreHouse(quietPorts(folder))
    expect(await house.state()).toBe('locked')
    await expect(house.open(recoveryKey, 'recovery-key')).rejects.toMatchObject({ why: 'corrupt' })
    await expect(house.create({ passphrase: null, postgresUrl: null })).rejects.toMatchObject({ why: 'foreign' })
    expect(existsSync(join(folder, storeFiles.database))).toBe(true)
    for (const damaged of ['', '{', '{"format":2}', '[]', 'null']) {
      writeFileSync(keys, damaged)
      await expect(house.openByItself()).rejects.toMatchObject({ why: 'corrupt' })
    }
    renameSync(`${keys}.away`, keys)
    expect(await opens(await house.openByItself())).toBe(true)
  })
})

describe('a recovery key', () => {
  const anyBytes = fc.uint8Array({ minLength: recoveryKeyBytes, maxLength: recoveryKeyBytes }).map(bytes => Buffer.from(bytes))

  test('is read however it was typed', () => {
    fc.assert(fc.property(anyBytes, fc.constantFrom('-', ' ', '', ' - ', '.', '\n'), fc.boolean(), (bytes, gap, small) => {
      const written = writeRecoveryKey(bytes).replaceAll('-', gap)
      expect(readRecoveryKey(small ? written.toLowerCase() : written)).toEqual(bytes)
    }))
  })

  test('with one sign wrong, or two swapped, is noticed before it is tried', () => {
    let unnoticed = 0
    fc.assert(fc.property(anyBytes, fc.nat(34), fc.nat(30), (bytes, at, other) => {
      const signs = writeRecoveryKey(bytes).replaceAll('-', '').split('')
      const wrong = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].filter(sign => sign !== signs[at])[other] ?? ''
      if (readRecoveryKey(signs.with(at, wrong).join('')) !== null) unnoticed += 1
      const [a = '', b = ''] = [signs[at], signs[at + 1]]
      if (b !== '' && a !== b && readRecoveryKey(signs.with(at, b).with(at + 1, a).join('')) !== null) unnoticed += 1
    }), { numRuns: 500 })
    // Three signs check: one error in 32768 slips through, and then fails to open.
    expect(unnoticed).toBeLessThanOrEqual(1)
  })
})

describe('a sealed secret', () => {
  test('is given back only by its own key, for its own purpose, and unchanged', () => {
    const key = Buffer.alloc(32, 1)
    const sealed = seal(Buffer.from('secret'), key, 'this')
    expect(unseal(sealed, key, 'this')?.toString()).toBe('secret')
    expect(unseal(sealed, Buffer.alloc(32, 2), 'this')).toBeNull()
    expect(unseal(sealed, key, 'that')).toBeNull()
    for (const part of ['nonce', 'tag', 'text'] as const) {
      const bytes = Buffer.from(sealed[part], 'base64')
      bytes[0] = (bytes[0] ?? 0) ^ 1
      expect(unseal({ ...sealed, [part]: bytes.toString('base64') }, key, 'this')).toBeNull()
    }
    expect(unseal({ ...sealed, tag: sealed.tag.slice(0, 4) }, key, 'this')).toBeNull()
  })
})
