import { type DeskClient, type Read, useDesk, useRead } from '../client.ts'

type Answered<T> = T extends { readonly ok: true; readonly value: infer Value } ? Value : never

/** The whole staff register: people, certifications, shifts and what hangs on them. */
export type Register = Answered<Awaited<ReturnType<DeskClient['staff']['read']>>>

/** Reads the register and keeps it up to date. */
export function useRegister(): Read<Register> {
  const { client } = useDesk()
  return useRead(['staff', 'read'], () => client.staff.read({}))
}
