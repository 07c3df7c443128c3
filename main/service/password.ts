import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import * as crypto from 'node:crypto'
import { secretSentence } from '../../shared/text/en/issues.ts'

// RFC 9106 section 4, second recommended option; reliability asks for no less.
const argon = { memory: 65_536, passes: 3, parallelism: 4, tagLength: 32 } as const
const hard = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 } as const

let last: Promise<unknown> = Promise.resolve()

/** One hash at a time: each takes 64 to 128 MB, and many guesses at once must not take the machine's memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine
  return mine
}

const canArgon = typeof Reflect.get(crypto, 'argon2') === 'function'

const argonKey = (password: string, salt: Buffer): Promise<Buffer> => new Promise((resolve, reject) => {
  const how = { message: Buffer.from(password.normalize('NFKC')), nonce: salt, ...argon }
  crypto.argon2('argon2id', how, (error, key) => (error === null ? resolve(key) : reject(error)))
})

const scryptKey = (password: string, salt: Buffer): Promise<Buffer> => new Promise((resolve, reject) => {
  scrypt(password.normalize('NFKC'), salt, 32, hard, (error, key) => (error === null ? resolve(key) : reject(error)))
})

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** Hashes a password with its own salt, off the main path; the answer names the way it was made (PHC string). */
export function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return inTurn(async () => canArgon
    ? `$argon2id$v=19$m=${argon.memory},t=${argon.passes},p=${argon.parallelism}$${base64(salt)}$${base64(await argonKey(password, salt))}`
    : `$scrypt$ln=17,r=8,p=1$${base64(salt)}$${base64(await scryptKey(password, salt))}`)
}

/** Whether a password is the one that was hashed; a hash that cannot be read matches nothing. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const parts = hash.split('$')
  const [salt, key] = [Buffer.from(parts.at(-2) ?? '', 'base64'), Buffer.from(parts.at(-1) ?? '', 'base64')]
  if (salt.length < 16) return false
  const made = await inTurn(() => parts[1] === 'argon2id' ? argonKey(password, salt) : scryptKey(password, salt))
  return key.length === made.length && timingSafeEqual(key, made)
}

/** The hash of a password that nobody has: checking against it takes as long as checking a real one. */
let nobodys: Promise<string> | undefined
export const nobodysHash = (): Promise<string> => (nobodys ??= hashPassword(randomBytes(32).toString('base64')))

// The most used of the lists that leaked, as they look after `plainly`; longer phrases are not worth listing.
const common = new Set([
  'password', 'passwort', 'letmein', 'qwerty', 'qwertyuiop', 'qwertz', 'azerty', 'iloveyou', 'welcome', 'sunshine', 'princess', 'football',
  'baseball', 'superman', 'batman', 'trustno', 'dragon', 'monkey', 'shadow', 'master', 'michael', 'jordan', 'jennifer', 'starwars', 'computer',
  'internet', 'whatever', 'changeme', 'secret', 'admin', 'administrator', 'clinic', 'practice', 'doctor', 'hospital', 'medical', 'reception',
  'botox', 'injection', 'injectiondesk', 'frontdesk', 'default', 'guest', 'testtest', 'test', 'abcdefgh', 'abcdefghi', 'asdfghjkl', 'zxcvbnm',
])
const plainly = (password: string): string =>
  password.toLowerCase().replaceAll('0', 'o').replaceAll('@', 'a').replaceAll('$', 's').replaceAll(/[^a-z]+$|^[^a-z]+/g, '').replaceAll('1', 'i').replaceAll('3', 'e')

const sequences = '01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz'
const isRun = (password: string): boolean => new Set(password).size <= 2 || sequences.includes(password.toLowerCase())

/** Why a new password is refused, or `null` (NIST SP 800-63B 3.1.1: length and blocklist, no composition rules). */
export function passwordFault(password: string, username: string): string | null {
  if ([...password].length < 8) return secretSentence.passwordTooShort
  if (password.toLowerCase() === username.trim().toLowerCase()) return secretSentence.passwordLikeName
  return common.has(plainly(password)) || isRun(password) ? secretSentence.passwordTooCommon : null
}
