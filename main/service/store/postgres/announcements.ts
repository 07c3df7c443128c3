import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Client } from 'pg'
import { earliestInstant, parseInstant } from '../../../../shared/domain/time/instant.ts'
import type { Announcement } from '../engine.ts'
import type { Area } from '../store.ts'
import type { Tables } from '../tables.ts'

const channel = 'injection_desk'
const againMs = 1000
const areas: readonly Area[] = ['practice', 'staff', 'patients', 'appointments', 'accounts', 'paper']
const isArea = (word: unknown): word is Area => areas.some(area => area === word)

/** What desks on one server tell one another with each commit. */
export type Announcements = {
  readonly announce: (db: Kysely<Tables>, announcement: Announcement) => Promise<void>
  readonly follow: (listener: (announcement: Announcement) => void) => Promise<void>
  readonly close: () => Promise<void>
}

/** Announces this desk's commits and hears other desks'; `connect` makes a connection that does nothing else. */
export function createAnnouncements(connect: () => Promise<Client>): Announcements {
  const desk = randomUUID()
  let client: Client | null = null
  let timer: NodeJS.Timeout | null = null
  let closed = false

  function read(payload: string): Announcement | null {
    const told: unknown = JSON.parse(payload)
    if (typeof told !== 'object' || told === null || !('desk' in told) || !('sequence' in told) || !('areas' in told) || !('at' in told)) return null
    if (told.desk === desk || typeof told.sequence !== 'number' || !Array.isArray(told.areas) || typeof told.at !== 'number') return null
    const at = parseInstant(told.at)
    return at === null ? null : { sequence: told.sequence, areas: told.areas.filter(isArea), at }
  }

  async function listen(listener: (announcement: Announcement) => void): Promise<void> {
    const found = await connect()
    if (closed) return found.end()
    client = found
    found.on('notification', ({ payload }) => {
      const announcement = read(payload ?? '{}')
      if (announcement !== null) listener(announcement)
    })
    let lost = false
    const again = (): void => {
      if (lost || closed) return
      lost = true
      client = null
      listenAgain(listener)
    }
    found.on('error', again)
    found.on('end', again)
    await found.query(`listen ${channel}`)
  }

  function listenAgain(listener: (announcement: Announcement) => void): void {
    timer = setTimeout(() => {
      listen(listener).then(
        // Nobody knows what was missed: every area may have moved.
        () => listener({ sequence: 0, areas, at: earliestInstant }),
        () => { if (!closed) listenAgain(listener) },
      )
    }, againMs).unref()
  }

  return {
    announce: async (db, announcement) => {
      await sql`select pg_notify(${channel}, ${JSON.stringify({ desk, ...announcement })})`.execute(db)
    },
    follow: listen,
    close: async () => {
      closed = true
      if (timer !== null) clearTimeout(timer)
      await client?.end()
    },
  }
}
