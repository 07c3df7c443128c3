import { createHash } from 'node:crypto'

/** Bytes of a recovery key: 160 bits of chance. */
export const recoveryKeyBytes = 20

// Crockford's base 32 has no I, L, O and U: nothing that is mistaken for a digit or makes a word.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groupLength = 5
const checkLength = 3

function toBase32(bytes: Buffer): string {
  let [text, held, bits] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31] ?? ''
    }
    held &= (1 << bits) - 1
  }
  return text
}

const checkOf = (bytes: Buffer): string => toBase32(createHash('sha256').update('injection-desk recovery key').update(bytes).digest()).slice(0, checkLength)

/** A recovery key as it is printed: groups of five, the last three signs checking the others. */
export function writeRecoveryKey(bytes: Buffer): string {
  const text = toBase32(bytes) + checkOf(bytes)
  return (text.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-')
}

/** Reads a typed recovery key, whatever its case and spacing, O for 0 and I or L for 1; `null` where a sign must be wrong. */
export function readRecoveryKey(text: string): Buffer | null {
  const signs = text.normalize('NFKC').toUpperCase().replaceAll(/[\s\-–—_.]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (signs.length !== (recoveryKeyBytes * 8) / 5 + checkLength) return null
  const bytes = Buffer.alloc(recoveryKeyBytes)
  let [held, bits, at] = [0, 0, 0]
  for (const sign of signs.slice(0, -checkLength)) {
    const value = alphabet.indexOf(sign)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at] = held >> bits
      at += 1
    }
    held &= (1 << bits) - 1
  }
  return signs.endsWith(checkOf(bytes)) ? bytes : null
}
