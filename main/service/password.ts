import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { secretSentence } from '../../shared/text/en/issues.ts'

// scrypt with 2^17 blocks as OWASP asks for (128 MB). argon2id would do as well, but not every runtime of the desktop program
// has it, and a practice made in one must open in the other.
const usualCost = 17
const costs = { least: 10, most: 20 }

let last: Promise<unknown> = Promise.resolve()

/** One hash at a time: each takes 128 MB, and many guesses at once must not take the machine's memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine
  return mine
}

const scryptKey = (password: string, salt: Buffer, cost: number): Promise<Buffer> => inTurn(() => new Promise((resolve, reject) => {
  const how = { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** (cost + 11) }
  scrypt(password.normalize('NFKC'), salt, 32, how, (error, key) => (error === null ? resolve(key) : reject(error)))
}))

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
const written = (cost: number, salt: Buffer, key: Buffer): string => `$scrypt$ln=${cost},r=8,p=1$${base64(salt)}$${base64(key)}`

/** Hashes a password with its own salt, off the main path; the answer names the way it was made (PHC string). */
export async function hashPassword(password: string, cost: number = usualCost): Promise<string> {
  const salt = randomBytes(16)
  return written(cost, salt, await scryptKey(password, salt, cost))
}

/** Whether a password is the one that was hashed; a hash that was made in another way matches nothing. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [, way, how = '', salt = '', key = ''] = hash.split('$')
  const cost = Number(/^ln=(\d\d),r=8,p=1$/.exec(how)?.[1] ?? 0)
  if (way !== 'scrypt' || cost < costs.least || cost > costs.most) return false
  const [kept, made] = [Buffer.from(key, 'base64'), await scryptKey(password, Buffer.from(salt, 'base64'), cost)]
  return kept.length === made.length && timingSafeEqual(kept, made)
}

/** The hash of a password that nobody has: checking against it takes as long as checking a real one. */
export const nobodysHash = (cost: number = usualCost): string => written(cost, randomBytes(16), randomBytes(32))

// The most used of the lists that leaked, without what people add to them; longer phrases are not worth listing.
const common = new Set([
  'password', 'passwort', 'letmein', 'qwerty', 'qwertyuiop', 'qwertz', 'azerty', 'iloveyou', 'welcome', 'sunshine', 'princess', 'football',
  'baseball', 'superman', 'batman', 'trustno', 'dragon', 'monkey', 'shadow', 'master', 'michael', 'jordan', 'jennifer', 'starwars', 'computer',
  'internet', 'whatever', 'changeme', 'secret', 'admin', 'administrator', 'clinic', 'practice', 'doctor', 'hospital', 'medical', 'reception',
  'botox', 'injection', 'injectiondesk', 'frontdesk', 'default', 'guest', 'testtest', 'test', 'abcdefgh', 'abcdefghi', 'asdfghjkl', 'zxcvbnm',
])
const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }
const spelled = (text: string): string => text.replaceAll(/[013457@$!]/g, sign => letters[sign] ?? sign)
const bare = (text: string): string => text.replaceAll(/^[^a-z]+|[^a-z]+$/g, '')
/** The word that somebody dressed up with a year, a figure or a sign. */
const isDressed = (password: string): boolean => [spelled(bare(password)), bare(spelled(password))].some(word => common.has(word))

const sequences = '01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz'
const isRun = (password: string): boolean => new Set(password).size <= 2 || sequences.includes(password.toLowerCase())

/** Why a new password is refused, or `null` (NIST SP 800-63B 3.1.1: length and blocklist, no composition rules). */
export function passwordFault(password: string, username: string): string | null {
  if ([...password].length < 8) return secretSentence.passwordTooShort
  if (password.toLowerCase() === username.trim().toLowerCase()) return secretSentence.passwordLikeName
  return isDressed(password.toLowerCase()) || isRun(password) ? secretSentence.passwordTooCommon : null
}
