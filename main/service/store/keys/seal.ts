import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Something encrypted and authenticated with AES-256-GCM; every field base64. */
export type Sealed = { readonly nonce: string; readonly tag: string; readonly text: string }

/** Encrypts `secret` under `key`, bound to what it is for. */
export function seal(secret: Buffer, key: Buffer, purpose: string): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return { nonce: nonce.toString('base64'), tag: cipher.getAuthTag().toString('base64'), text: text.toString('base64') }
}

/** The secret, or `null` where the key or the purpose is not the one, or a bit was changed. */
export function unseal(sealed: Sealed, key: Buffer, purpose: string): Buffer | null {
  const tag = Buffer.from(sealed.tag, 'base64')
  if (tag.length !== 16) return null
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.nonce, 'base64'), { authTagLength: 16 }).setAAD(Buffer.from(purpose)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(Buffer.from(sealed.text, 'base64')), decipher.final()])
  } catch {
    return null
  }
}
