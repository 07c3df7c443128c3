import { access, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Whether there is a file or folder of that name. */
export const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false)

/** Makes what was renamed or created in a folder survive a power cut; Windows does so by itself and offers no way to ask. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file that only its owner may read, on the disk when this returns; not yet in place of another. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Puts a file in the place of another: after a power cut there is the one or the other, whole. */
export async function putInPlace(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncFolder(dirname(to))
}
