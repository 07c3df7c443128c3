import type { Inside } from './handlers/inside.ts'
import type { Ports } from './ports.ts'
import type { Store, StoreHouse } from './store/store.ts'

/** The practice's store, closed or open, and what becomes of it. */
export type Premises = Inside['premises'] & {
  /** The open store; it is opened first where nobody need be asked. */
  readonly store: () => Promise<Store | null>
  readonly close: () => Promise<void>
}

type Houses = {
  /** The house of the data folder. */
  readonly own: StoreHouse
  /** The house of the made-up practice beside it. */
  readonly demo: () => Promise<StoreHouse>
}

/** Follows one data folder from its first run; `opened` is told of the store once, before anybody may use it. */
export function createPremises(ports: Ports, houses: Houses, opened: (store: Store) => void): Premises {
  let house = houses.own
  let demo = ports.demo
  let store: Store | null = null
  let asked = false
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  /** Opening and making happen one after the other: two windows may start at once. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine
    return mine
  }
  const adopt = async (found: Store): Promise<Store | null> => {
    if (closed) {
      await found.close()
      return null
    }
    opened(found)
    store = found
    return found
  }
  const isEmpty = (found: Store): Promise<boolean> => found.read(async tx => (await tx.accounts.all()).length === 0)

  const openDemo = async (): Promise<Store | null> => {
    const found = await house.openByItself() ?? (await house.create({ passphrase: null, postgresUrl: null })).store
    if (await isEmpty(found)) {
      const { fillDemo } = await import('./demo/fillDemo.ts')
      await fillDemo(found, ports)
    }
    return adopt(found)
  }
  const openByItself = async (): Promise<Store | null> => {
    if (store !== null || closed) return store
    if (demo) return openDemo()
    if (asked || await house.state() === 'first-run') return null
    const found = await house.openByItself()
    // Asked once: a key store that asks its owner must not ask again for every look at the lock screen.
    asked = true
    return found === null ? null : adopt(found)
  }
  const current = (): Promise<Store | null> => store === null ? inTurn(openByItself) : Promise.resolve(store)

  return {
    store: current,
    state: async () => await current() === null ? house.state() : 'open',
    hasPassphrase: () => house.hasPassphrase(),
    demoAccounts: async () => demo ? (await import('./demo/fillDemo.ts')).demoAccounts : [],
    demo: () => demo,
    tryDemo: () => inTurn(async () => {
      if (store !== null || closed || demo || await house.state() !== 'first-run') return false
      house = await houses.demo()
      demo = true
      return await openDemo() !== null
    }),
    create: (options, fill) => inTurn(async () => {
      const made = await house.create(options)
      // A server may hold the practice already, made at another desk: then this desk has joined it.
      if (await isEmpty(made.store)) await fill(made.store)
      await adopt(made.store)
      return made.recoveryKey
    }),
    unlock: (secret, kind) => inTurn(async () => {
      if (store !== null) return true
      const found = await house.open(secret, kind)
      return found !== null && await adopt(found) !== null
    }),
    setPassphrase: passphrase => house.setPassphrase(passphrase),
    close: async () => {
      closed = true
      await inTurn(async () => {
        await store?.close()
        store = null
      })
    },
  }
}
