import type { Derivation } from './passphraseKey.ts'
import type { Sealed } from './seal.ts'

/** The data key, locked in one of several ways; each opens it alone. */
export type Wrap =
  | { readonly kind: 'recovery-key'; readonly salt: string; readonly sealed: Sealed }
  | { readonly kind: 'passphrase'; readonly derivation: Derivation; readonly sealed: Sealed }
  /** `locked` is the key's key, as the operating system's key store wrapped it. */
  | { readonly kind: 'key-store'; readonly locked: string; readonly sealed: Sealed }
  /** A made-up practice only: the key itself, for anybody to read. */
  | { readonly kind: 'demo'; readonly key: string }

export type KeyFile = {
  readonly format: 1
  /** Names the practice's store; every wrap is bound to it. */
  readonly store: string
  readonly engine: 'sqlite' | 'postgresql'
  readonly wraps: readonly Wrap[]
  /** Where the server is and how to sign in there, under the data key. */
  readonly server: Sealed | null
}

/** Reads the text of `keys.json`, or `null` where it is none: it was damaged, or a later program wrote it. */
export function parseKeyFile(text: string): KeyFile | null {
  try {
    const read: unknown = JSON.parse(text)
    return isKeyFile(read) ? read : null
  } catch {
    return null
  }
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const areText = (value: Fields, ...names: readonly string[]): boolean => names.every(name => typeof value[name] === 'string')
const areNumbers = (value: Fields, ...names: readonly string[]): boolean => names.every(name => Number.isSafeInteger(value[name]))
const isSealed = (value: unknown): boolean => isFields(value) && areText(value, 'nonce', 'tag', 'text')

function isDerivation(value: unknown): boolean {
  if (!isFields(value) || !areText(value, 'salt') || !areNumbers(value, 'parallelism')) return false
  return value['name'] === 'scrypt' && areNumbers(value, 'cost', 'blockSize')
}

function isWrap(value: unknown): boolean {
  if (!isFields(value)) return false
  switch (value['kind']) {
    case 'recovery-key': return areText(value, 'salt') && isSealed(value['sealed'])
    case 'passphrase': return isDerivation(value['derivation']) && isSealed(value['sealed'])
    case 'key-store': return areText(value, 'locked') && isSealed(value['sealed'])
    case 'demo': return areText(value, 'key')
    default: return false
  }
}

function isKeyFile(value: unknown): value is KeyFile {
  if (!isFields(value) || value['format'] !== 1 || !areText(value, 'store')) return false
  const { engine, wraps, server } = value
  return (engine === 'sqlite' || engine === 'postgresql') && Array.isArray(wraps) && wraps.every(isWrap) && (server === null || isSealed(server))
}
