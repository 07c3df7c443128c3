import { asId, type AccountId, type PractitionerId } from '../../../shared/domain/ids.ts'
import type { Account } from '../../../shared/domain/person.ts'
import { mayDo } from '../../../shared/domain/permission.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { placeSentence } from '../../../shared/text/en/issues.ts'
import type { ReadTx } from '../store/store.ts'
import type { Inside } from './inside.ts'
import { invalid, type Issue, trimmed } from './places.ts'
import { type Handlers, refuse, saved } from './types.ts'

/** Who may sign in, and as what. */
export const accountHandlers = (inside: Inside): Handlers['account'] => ({
  list: async (_input, { store }) => ok(await store.read(tx => tx.accounts.all())),

  record: async ({ password, ...fields }, { store, newId, audit }) => {
    const issues = [...nameIssues(fields), ...passwordIssues(password, fields.username, inside)]
    if (issues.length > 0) return invalid(issues)
    const hash = await inside.passwords.hash(password)
    return store.write(['accounts'], async tx => {
      if (!await practises(tx, fields.practitionerId)) return refuse({ code: 'not-found', what: 'practitioner' })
      if (await tx.accounts.byUsername(trimmed(fields.username)) !== null) return refuse({ code: 'duplicate', what: 'username' })
      const made = await tx.accounts.insert({ ...kept(fields), id: asId<AccountId>(newId()), version: 1 })
      if (!made.ok) return refuse(made.problem)
      await tx.accounts.setCredential(made.value.id, { hash, failures: 0, lockedUntil: null })
      await audit(tx, { action: 'account.record', entity: 'account', entityId: made.value.id, after: made.value })
      return saved(made.value)
    })
  },

  amend: async ({ id, version, ...fields }, { store, audit }) => {
    const issues = nameIssues(fields)
    if (issues.length > 0) return invalid(issues)
    const amended = await store.write(['accounts'], async tx => {
      const before = await tx.accounts.byId(id)
      if (before === null) return refuse({ code: 'not-found', what: 'account' })
      if (!await practises(tx, fields.practitionerId)) return refuse({ code: 'not-found', what: 'practitioner' })
      const namesake = await tx.accounts.byUsername(trimmed(fields.username))
      if (namesake !== null && namesake.id !== id) return refuse({ code: 'duplicate', what: 'username' })
      const wanted: Account = { ...kept(fields), id, version }
      if (rules(before) && !rules(wanted) && !(await tx.accounts.all()).some(other => other.id !== id && rules(other))) {
        return refuse({ code: 'in-use', what: 'last-account-writer' })
      }
      const after = await tx.accounts.update(wanted)
      if (!after.ok) return refuse(after.problem)
      await audit(tx, { action: 'account.amend', entity: 'account', entityId: id, before, after: after.value })
      return saved(after.value)
    })
    if (amended.ok && !amended.value.active) inside.sessions.endOf(id)
    return amended
  },

  setPassword: async ({ id, password }, { store, audit }) => {
    const account = await store.read(tx => tx.accounts.byId(id))
    if (account === null) return err({ code: 'not-found', what: 'account' })
    const issues = passwordIssues(password, account.username, inside)
    if (issues.length > 0) return invalid(issues)
    const hash = await inside.passwords.hash(password)
    await store.write(['accounts'], async tx => {
      await tx.accounts.setCredential(id, { hash, failures: 0, lockedUntil: null })
      await audit(tx, { action: 'account.setPassword', entity: 'account', entityId: id })
      return { keep: true, value: null }
    })
    inside.sessions.endOf(id)
    return ok({})
  },
})

type Fields = Omit<Account, 'id' | 'version'>

const kept = (fields: Fields): Fields => ({ ...fields, username: trimmed(fields.username), displayName: trimmed(fields.displayName) })

/** Somebody must be left who can let others in. */
const rules = (account: Account): boolean => account.active && mayDo(account.role, 'account.write')

const nameIssues = (fields: Fields): readonly Issue[] => [
  ...(trimmed(fields.username) === '' ? [{ path: 'username', message: placeSentence.noUsername }] : []),
  ...(trimmed(fields.displayName) === '' ? [{ path: 'displayName', message: placeSentence.noName }] : []),
]

function passwordIssues(password: string, username: string, inside: Inside): readonly Issue[] {
  const message = inside.passwords.fault(password, username)
  return message === null ? [] : [{ path: 'password', message }]
}

const practises = async (tx: Pick<ReadTx, 'practitioners'>, id: PractitionerId | null): Promise<boolean> =>
  id === null || await tx.practitioners.byId(id) !== null
