import { readFile, realpath } from 'node:fs/promises'

// SQLite's write-ahead log needs shared memory and locks that work; on these they do not (sqlite.org/wal.html, sqlite.org/useovernet.html).
const remote = new Set(['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'ncpfs', 'afs', 'fuse.sshfs', 'fuse.davfs', 'davfs', 'fuse.rclone', 'fuse.glusterfs', 'ceph'])

/** The kind of network file system that `path` lies on according to a mount table (`/proc/mounts`), or `null`. */
export function remoteMountOf(mounts: string, path: string): string | null {
  let [longest, kind] = [-1, '']
  for (const line of mounts.split('\n')) {
    const [, rawPoint, type] = line.split(' ')
    if (rawPoint === undefined || type === undefined) continue
    const point = rawPoint.replaceAll(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    const within = point === '/' || path === point || path.startsWith(`${point}/`)
    // Of two mounts at one place the later one is seen.
    if (within && point.length >= longest) [longest, kind] = [point.length, type]
  }
  return remote.has(kind) ? kind : null
}

/** Whether the folder lies on a network drive, where that can be told cheaply. */
export async function isOnNetworkDrive(folder: string): Promise<boolean> {
  if (folder.startsWith('\\\\') || folder.startsWith('//')) return true
  try {
    return remoteMountOf(await readFile('/proc/mounts', 'utf8'), await realpath(folder)) !== null
  } catch {
    return false
  }
}
