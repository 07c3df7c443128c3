import { hkdfSync, randomBytes } from 'node:crypto'
import type { KeyStore } from '../../ports.ts'
import type { KeyFile, Wrap } from './keyFile.ts'
import { deriveKey, newDerivation } from './passphraseKey.ts'
import { readRecoveryKey, recoveryKeyBytes, writeRecoveryKey } from './recoveryKey.ts'
import { seal, unseal } from './seal.ts'

type Named = Pick<KeyFile, 'store' | 'wraps'>

const purposeOf = (store: string, kind: Wrap['kind']): string => `injection-desk/1/${store}/${kind}`

// A recovery key is all chance: stretching it would add nothing.
const recoveryLock = (bytes: Buffer, salt: string): Buffer => Buffer.from(hkdfSync('sha256', bytes, Buffer.from(salt, 'base64'), 'injection-desk recovery key', 32))

/** Locks the data key with a new recovery key; the key itself is kept nowhere. */
export function wrapWithRecoveryKey(store: string, dataKey: Buffer): { readonly wrap: Wrap; readonly recoveryKey: string } {
  const bytes = randomBytes(recoveryKeyBytes)
  const salt = randomBytes(16).toString('base64')
  const sealed = seal(dataKey, recoveryLock(bytes, salt), purposeOf(store, 'recovery-key'))
  return { wrap: { kind: 'recovery-key', salt, sealed }, recoveryKey: writeRecoveryKey(bytes) }
}

/** Locks the data key with a passphrase; `cost` as in `newDerivation`. */
export async function wrapWithPassphrase(store: string, dataKey: Buffer, passphrase: string, cost?: number): Promise<Wrap> {
  const derivation = newDerivation(cost)
  return { kind: 'passphrase', derivation, sealed: seal(dataKey, await deriveKey(passphrase, derivation), purposeOf(store, 'passphrase')) }
}

/** Locks the data key with a key that the operating system keeps; `null` where it keeps none. */
export async function wrapWithKeyStore(store: string, dataKey: Buffer, keyStore: KeyStore): Promise<Wrap | null> {
  const key = randomBytes(32)
  const locked = await keyStore.wrap(key.toString('base64'))
  return locked === null ? null : { kind: 'key-store', locked, sealed: seal(dataKey, key, purposeOf(store, 'key-store')) }
}

/** The data key by passphrase, or `null`: not the right one. */
export async function openWithPassphrase({ store, wraps }: Named, passphrase: string): Promise<Buffer | null> {
  for (const wrap of wraps) {
    if (wrap.kind !== 'passphrase') continue
    const dataKey = unseal(wrap.sealed, await deriveKey(passphrase, wrap.derivation), purposeOf(store, wrap.kind))
    if (dataKey !== null) return dataKey
  }
  return null
}

/** The data key by recovery key as somebody typed it, or `null`: not the right one. */
export function openWithRecoveryKey({ store, wraps }: Named, typed: string): Buffer | null {
  const bytes = readRecoveryKey(typed)
  if (bytes === null) return null
  for (const wrap of wraps) {
    const dataKey = wrap.kind === 'recovery-key' ? unseal(wrap.sealed, recoveryLock(bytes, wrap.salt), purposeOf(store, wrap.kind)) : null
    if (dataKey !== null) return dataKey
  }
  return null
}

/** The data key without asking anybody: by the operating system's key store, or a made-up practice's. */
export async function openUnasked({ store, wraps }: Named, keyStore: KeyStore | null, demo: boolean): Promise<Buffer | null> {
  for (const wrap of wraps) {
    if (wrap.kind === 'demo' && demo) return Buffer.from(wrap.key, 'base64')
    if (wrap.kind !== 'key-store' || keyStore === null) continue
    const key = await keyStore.unwrap(wrap.locked)
    const dataKey = key === null ? null : unseal(wrap.sealed, Buffer.from(key, 'base64'), purposeOf(store, wrap.kind))
    if (dataKey !== null) return dataKey
  }
  return null
}
