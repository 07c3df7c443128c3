import { z } from 'zod'
import type { Derivation } from './passphraseKey.ts'
import type { Sealed } from './seal.ts'

const sealed = z.strictObject({ nonce: z.string(), tag: z.string(), text: z.string() })
const derivation = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('argon2id'), memory: z.int(), passes: z.int(), parallelism: z.int(), salt: z.string() }),
  z.strictObject({ name: z.literal('scrypt'), cost: z.int(), blockSize: z.int(), parallelism: z.int(), salt: z.string() }),
])

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

const keyFile: z.ZodType<KeyFile> = z.strictObject({
  format: z.literal(1),
  store: z.string(),
  engine: z.enum(['sqlite', 'postgresql']),
  wraps: z.array(z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('recovery-key'), salt: z.string(), sealed }),
    z.strictObject({ kind: z.literal('passphrase'), derivation, sealed }),
    z.strictObject({ kind: z.literal('key-store'), locked: z.string(), sealed }),
    z.strictObject({ kind: z.literal('demo'), key: z.string() }),
  ])).readonly(),
  server: sealed.nullable(),
})

/** Reads the text of `keys.json`, or `null` where it is none. */
export function parseKeyFile(text: string): KeyFile | null {
  try {
    const parsed = keyFile.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
