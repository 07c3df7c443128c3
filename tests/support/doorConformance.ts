import { afterAll, beforeAll, describe, test } from 'vitest'
import { type Door, doorCases } from './doorCases.ts'

export type OpenDoor = Door & { readonly close: () => Promise<void> }

/** What every door does alike, run over one kind of door on an empty data folder. */
export function doorConformance(name: string, connect: () => Promise<OpenDoor>): void {
  describe(name, () => {
    let door: OpenDoor
    beforeAll(async () => {
      door = await connect()
    })
    afterAll(() => door.close())
    for (const each of doorCases) test(each.name, () => each.run(door))
  })
}
