import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from './contract.ts'

/** What each request takes, by area and name. */
export type Inputs = InferContractRouterInputs<Contract>

type ClientOutputs = InferContractRouterOutputs<Contract>
/** A stream is answered by any async iterator; everything else by the contract's own value. */
type Answer<T> = T extends AsyncIteratorObject<infer Item, unknown, void> ? AsyncIteratorObject<Item, void, void> : T

/** What each request gives, by area and name. */
export type Outputs = { readonly [A in keyof Contract]: { readonly [M in keyof Contract[A]]: Answer<ClientOutputs[A][M & keyof ClientOutputs[A]]> } }
