import type { ToService } from '../../../shared/contract/wire.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Reads what the desktop shell says; `null` for anything else. */
export function readToService(message: unknown): ToService | null {
  if (!isRecord(message)) return null
  const { kind, port, data, request, value, dataDir, demo, keyStore } = message
  if (kind === 'stop') return { kind }
  if (kind === 'start' && typeof dataDir === 'string' && typeof demo === 'boolean') {
    return { kind, dataDir, demo, keyStore: keyStore === 'available' ? 'available' : 'unavailable' }
  }
  if (kind === 'key-answer' && typeof request === 'number' && (typeof value === 'string' || value === null)) return { kind, request, value }
  if (typeof port !== 'number') return null
  if (kind === 'port' || kind === 'port-closed') return { kind, port }
  return kind === 'port-message' ? { kind, port, data } : null
}
