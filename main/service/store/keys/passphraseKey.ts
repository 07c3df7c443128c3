import { randomBytes, scrypt } from 'node:crypto'

/** How a key was made from a passphrase; kept with what it locks. */
export type Derivation = { readonly name: 'scrypt'; readonly cost: number; readonly blockSize: number; readonly parallelism: number; readonly salt: string }

/** scrypt at the strength that OWASP names (2^17, 128 MB), as a power of two. */
const usualCost = 17

/**
 * A new way of making a key, with its own salt. Electron's cryptography has no Argon2, and a passphrase set in the browser's
 * host must open the practice on the desktop. `cost`: a power of two.
 */
export const newDerivation = (cost: number = usualCost): Derivation => ({ name: 'scrypt', cost: 2 ** cost, blockSize: 8, parallelism: 1, salt: randomBytes(16).toString('base64') })

/** The 256-bit key of a passphrase, however its accents were typed; takes a noticeable time and 128 MB on purpose. */
export function deriveKey(passphrase: string, { cost, blockSize, parallelism, salt }: Derivation): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      Buffer.from(passphrase.normalize('NFKC')), Buffer.from(salt, 'base64'), 32, { N: cost, r: blockSize, p: parallelism, maxmem: 256 * cost * blockSize },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    )
  })
}
