import { type AccountId, asId, type PractitionerId } from '../../../../shared/domain/ids.ts'
import type { Account, AccountRole } from '../../../../shared/domain/person.ts'
import type { Instant } from '../../../../shared/domain/time/values.ts'
import type { WriteTx } from '../store.ts'
import type { AccountRow } from '../tables.ts'
import type { Tx } from '../transaction.ts'
import { flag, nameKey } from './cells.ts'
import { type Mapping, repositoryOf } from './versioned.ts'

const fromRow = (row: AccountRow): Account => ({
  id: asId<AccountId>(row.id), version: row.version, username: row.username, displayName: row.display_name, role: row.role as AccountRole,
  practitionerId: row.practitioner_id === null ? null : asId<PractitionerId>(row.practitioner_id), active: row.active === 1,
})

const accountMapping: Mapping<'accounts', Account> = {
  table: 'accounts', noun: 'account', unique: 'username', staff: false, fromRow,
  toRow: row => ({
    id: row.id, version: row.version, username: row.username, username_key: nameKey(row.username), display_name: row.displayName,
    role: row.role, practitioner_id: row.practitionerId, active: flag(row.active),
  }),
}

/** Accounts, and apart from them their credentials. */
export const accountRepository = (tx: Tx): WriteTx['accounts'] => ({
  ...repositoryOf<'accounts', Account, AccountId>(tx, accountMapping),
  byUsername: async (username) => {
    const row = await tx.db.selectFrom('accounts').selectAll().where('username_key', '=', nameKey(username)).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
  credential: async (id) => {
    const row = await tx.db.selectFrom('credentials').selectAll().where('account_id', '=', id).executeTakeFirst()
    return row === undefined ? null : { hash: row.hash, failures: row.failures, lockedUntil: row.locked_until as Instant | null }
  },
  setCredential: async (id, { hash, failures, lockedUntil }) => {
    tx.marks.wrote = true
    const columns = { hash, failures, locked_until: lockedUntil }
    await tx.db.insertInto('credentials').values({ account_id: id, ...columns })
      .onConflict(conflict => conflict.column('account_id').doUpdateSet(columns)).execute()
  },
})
