import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database as Connection } from 'better-sqlite3'
import { parseKeyFile } from '../../../main/service/store/keys/keyFile.ts'
import { openUnasked } from '../../../main/service/store/keys/wraps.ts'
import { storeFiles } from '../../../main/service/store/storeHouse.ts'
import { obligingKeyStore } from '../../support/stores.ts'

/** The key under which a test's practice is encrypted. */
export async function dataKeyOf(folder: string): Promise<Buffer> {
  const file = parseKeyFile(readFileSync(join(folder, storeFiles.keys), 'utf8'))
  const key = file === null ? null : await openUnasked(file, obligingKeyStore, true)
  if (key === null) throw new Error('the test could not read the key')
  return key
}

/** Opens the practice's file past the store, as somebody would who has the key and means harm. */
export async function openRaw(folder: string): Promise<Connection> {
  const { default: Database } = await import('better-sqlite3')
  const key = await dataKeyOf(folder)
  const database = new Database(join(folder, storeFiles.database), { fileMustExist: true })
  database.pragma(`cipher = 'chacha20'`)
  database.pragma(`key = 'raw:${key.toString('hex')}'`)
  return database
}

/** Makes an ordinary SQLite file, as any other program would. */
export async function makeForeign(file: string): Promise<void> {
  const { default: Database } = await import('better-sqlite3')
  new Database(file).exec('create table somebody_elses (a)').close()
}
