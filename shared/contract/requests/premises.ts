import { z } from 'zod'
import type { AccountId } from '../../domain/ids.ts'
import { permissions } from '../../domain/permission.ts'
import { command, query, stream } from '../define.ts'
import { account, accountFields } from '../people.ts'
import { locationFields, practiceFields } from '../places.ts'
import { id, instant, line, list, nothing } from '../scalars.ts'
import { seen } from './common.ts'

const signIn = z.strictObject({ account, permissions: list(z.enum(permissions)) })
const password = z.string().min(1).max(200)
const demoAccount = z.strictObject({ username: line, displayName: line, role: line, password: line })

/** Requests about the program itself, its sessions and its accounts. */
export const premisesRequests = {
  system: {
    status: query({
      permission: 'public', summary: 'Whether the practice exists, is locked or open',
      input: nothing, problems: [],
      output: z.strictObject({
        state: z.enum(['first-run', 'locked', 'open']), demo: z.boolean(), practiceName: line, version: line, hasPassphrase: z.boolean(),
        /** Whether the operating system's key store opens the practice by itself. */
        keyStore: z.enum(['available', 'unavailable']), demoAccounts: list(demoAccount),
      }),
    }),
    create: command({
      permission: 'public', summary: 'First run: makes the practice, its locations and the clinical lead’s account',
      input: z.strictObject({
        practice: z.strictObject(practiceFields),
        locations: list(z.strictObject({ ...locationFields, rooms: list(line.min(1), 50) }), 50),
        lead: z.strictObject({ username: line.min(1), displayName: line.min(1), password }),
        /** Needed where no key store is available. */
        passphrase: z.string().max(200).nullable(),
        /** `null`: an encrypted file on this computer. */
        postgresUrl: z.string().max(500).nullable(),
      }),
      output: z.strictObject({ recoveryKey: line }), problems: ['already-set-up', 'no-such-time'],
    }),
    tryDemo: command({
      permission: 'public', summary: 'First run’s other door: opens a made-up practice in a folder of its own', input: nothing, output: nothing, problems: ['already-set-up'],
    }),
    unlock: command({
      permission: 'public', summary: 'Opens a locked practice with its passphrase or its recovery key',
      input: z.strictObject({ secret: z.string().min(1).max(200), kind: z.enum(['passphrase', 'recovery-key']) }),
      output: nothing, problems: ['wrong-key', 'wrong-credentials'],
    }),
    setPassphrase: command({
      permission: 'practice.write', summary: 'Sets a new passphrase; the old one stops working',
      input: z.strictObject({ passphrase: z.string().min(1).max(200) }), output: nothing, problems: [],
    }),
    desk: query({
      permission: 'signed-in', summary: 'For the bottom line: store, desks connected, last change',
      input: nothing, problems: [],
      output: z.strictObject({ engine: z.enum(['sqlite', 'postgresql']), desks: z.int(), lastSaved: instant.nullable(), now: instant, clockBehindMinutes: z.int() }),
    }),
    changes: stream({
      permission: 'signed-in', summary: 'Names what has changed, after each commit',
      output: z.strictObject({ sequence: z.int(), areas: list(z.enum(['practice', 'staff', 'patients', 'appointments', 'accounts', 'paper'])) }),
    }),
  },
  session: {
    signIn: command({
      permission: 'public', summary: 'Signs a person in',
      input: z.strictObject({ username: line, password }),
      output: z.strictObject({ session: z.string(), account, permissions: list(z.enum(permissions)) }), problems: ['wrong-credentials'],
    }),
    signOut: command({ permission: 'signed-in', summary: 'Signs out', input: nothing, output: nothing, problems: [] }),
    current: query({ permission: 'signed-in', summary: 'Who is signed in and what they may do', input: nothing, output: signIn, problems: [] }),
  },
  account: {
    list: query({ permission: 'account.write', summary: 'Everybody who may sign in', input: nothing, output: list(account), problems: [] }),
    record: command({
      permission: 'account.write', summary: 'Adds an account', input: z.strictObject({ ...accountFields, password }), output: account, problems: ['duplicate', 'not-found'],
    }),
    amend: command({
      permission: 'account.write', summary: 'Changes an account', input: z.strictObject({ ...seen(id<AccountId>()), ...accountFields }), output: account,
      problems: ['not-found', 'stale', 'duplicate', 'in-use'],
    }),
    setPassword: command({
      permission: 'account.write', summary: 'Gives an account a new password; its sessions end', input: z.strictObject({ id: id<AccountId>(), password }), output: nothing,
      problems: ['not-found'],
    }),
  },
} as const
