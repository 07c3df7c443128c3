import { existsSync, readFileSync } from 'node:fs'
import { dataFolder } from '../../dataFolder.ts'
import { problemSchemas } from '../../../shared/contract/problems.ts'
import { problemSentence } from '../../../shared/text/problems.ts'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { systemPorts } from '../ports.ts'
import { type Client, createService, type Service } from '../service.ts'
import { openStoreHouse } from '../store/storeHouse.ts'
import { CommandEnd } from './options.ts'

export type Whose = {
  readonly data?: string | undefined
  readonly demo: boolean
  readonly 'passphrase-file'?: string | undefined
  readonly user?: string | undefined
  readonly 'password-file'?: string | undefined
}

/** A secret from its file (without the line break at the end) or from the environment; null when neither names one. */
function secret(file: string | undefined, variable: string): string | null {
  if (file === undefined) return process.env[variable] ?? null
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch {
    throw new CommandEnd(commandLineText.cannotRead(file))
  }
}

/** What a refusal says to the person at the command line: one line. */
function sentenceOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) throw thrown
  const schema = Object.entries(problemSchemas).find(([code]) => code === Reflect.get(thrown, 'code'))?.[1]
  const problem = schema?.safeParse(Reflect.get(thrown, 'data'))
  if (problem === undefined || !problem.success) throw thrown
  if (problem.data.code === 'file-unreadable') return problem.data.why
  if (problem.data.code === 'invalid') return problem.data.issues.map(issue => issue.message).join(' ')
  return problemSentence(problem.data)
}

/** Asks the service; a refusal ends the command with its sentence. */
export async function ask<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking
  } catch (thrown) {
    throw new CommandEnd(sentenceOf(thrown))
  }
}

async function signedIn(service: Service, whose: Whose): Promise<Client> {
  const { demoAccounts } = await ask(service.client(null).system.status({}))
  const lead = whose.user === undefined ? demoAccounts.find(account => account.role === 'clinical-lead') : undefined
  const username = whose.user ?? lead?.username
  if (username === undefined) return service.client(service.operatorSession())
  const password = lead?.password ?? secret(whose['password-file'], 'INJECTION_DESK_PASSWORD')
  if (password === null) throw new CommandEnd(commandLineText.passwordNeeded(username))
  const { session } = await ask(service.client(null).session.signIn({ username, password }))
  return service.client(session)
}

async function unlocked(service: Service, folder: string, whose: Whose): Promise<void> {
  const { state } = await ask(service.client(null).system.status({}))
  if (state === 'first-run') throw new CommandEnd(commandLineText.noPractice(folder))
  if (state === 'open') return
  const passphrase = secret(whose['passphrase-file'], 'INJECTION_DESK_PASSPHRASE')
  if (passphrase === null) throw new CommandEnd(commandLineText.passphraseNeeded)
  await ask(service.client(null).system.unlock({ secret: passphrase, kind: 'passphrase' }))
}

/** Opens a practice, signs in, does the work as that account, and closes it again: the same requests as from any window. */
export async function withDesk<T>(whose: Whose, work: (client: Client) => Promise<T>): Promise<T> {
  const folder = dataFolder(whose.data, whose.demo)
  if (!whose.demo && !existsSync(folder)) throw new CommandEnd(commandLineText.noPractice(folder))
  const ports = systemPorts({ dataDir: folder, demo: whose.demo, keyStore: null })
  const service = await createService(ports, await openStoreHouse(ports))
  try {
    await unlocked(service, folder, whose)
    return await work(await signedIn(service, whose))
  } finally {
    await service.stop()
  }
}
