import * as crypto from 'node:crypto'

/** How a key was made from a passphrase; kept with what it locks. */
export type Derivation =
  | { readonly name: 'argon2id'; readonly memory: number; readonly passes: number; readonly parallelism: number; readonly salt: string }
  | { readonly name: 'scrypt'; readonly cost: number; readonly blockSize: number; readonly parallelism: number; readonly salt: string }

/** Electron's cryptography has no Argon2; then scrypt at the strength that OWASP names beside it. */
const hasArgon = (): boolean => typeof Reflect.get(crypto, 'argon2') === 'function'

/** A new way of making a key, with its own salt. */
export function newDerivation(): Derivation {
  const salt = crypto.randomBytes(16).toString('base64')
  return hasArgon()
    ? { name: 'argon2id', memory: 65_536, passes: 3, parallelism: 4, salt }
    : { name: 'scrypt', cost: 2 ** 17, blockSize: 8, parallelism: 1, salt }
}

/** The 256-bit key of a passphrase, however its accents were typed; takes a noticeable time and 64 to 128 MB on purpose. */
export function deriveKey(passphrase: string, derivation: Derivation): Promise<Buffer> {
  const [message, salt] = [Buffer.from(passphrase.normalize('NFKC')), Buffer.from(derivation.salt, 'base64')]
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer): void => (error === null ? resolve(key) : reject(error))
    if (derivation.name === 'scrypt') {
      const { cost, blockSize, parallelism } = derivation
      crypto.scrypt(message, salt, 32, { N: cost, r: blockSize, p: parallelism, maxmem: 256 * cost * blockSize }, done)
      return
    }
    // A passphrase set in the browser's host may be asked for in the desktop's: then only the recovery key opens.
    if (!hasArgon()) return reject(new Error('this passphrase was set where Argon2 is available; open with the recovery key and set it anew'))
    const { memory, passes, parallelism } = derivation
    crypto.argon2('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: 32 }, done)
  })
}
