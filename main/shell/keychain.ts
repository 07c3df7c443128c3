import { safeStorage } from 'electron'

/**
 * Whether the operating system can keep a key for us.
 * Chromium's `basic_text` back end encrypts with a password that is in its source code, so it counts as none.
 */
export function keyStoreState(): 'available' | 'unavailable' {
  if (!safeStorage.isEncryptionAvailable()) return 'unavailable'
  if (process.platform !== 'linux') return 'available'
  const backend = safeStorage.getSelectedStorageBackend()
  return backend === 'basic_text' || backend === 'unknown' ? 'unavailable' : 'available'
}

/** Wraps a base64 value with the operating system's key store, or unwraps one that it wrapped; null where it cannot. */
export function answerKeyRequest(action: 'wrap' | 'unwrap', value: string): string | null {
  if (keyStoreState() === 'unavailable') return null
  try {
    return action === 'wrap'
      ? safeStorage.encryptString(value).toString('base64')
      : safeStorage.decryptString(Buffer.from(value, 'base64'))
  } catch {
    // A key wrapped for another account or machine cannot be unwrapped here; the recovery key is then asked for.
    return null
  }
}
