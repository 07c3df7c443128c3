import type { Inputs, Outputs } from '../../shared/contract/inferred.ts'
import { useDesk, useRead } from '../client.ts'
import { type Called, FreePlace } from './FreePlace.tsx'

type FreedPlacesProps = { readonly of: Inputs['waiting']['freed']; readonly called: Called }

/** The places that a visit or a sick call left behind; `null` until they are known, and to whoever may not know who waits. */
export function useFreed(of: Inputs['waiting']['freed']): Outputs['waiting']['freed'] | null {
  const { client, may } = useDesk()
  return useRead(['waiting', 'freed', of], () => client.waiting.freed(of), { when: may('patient.read') }).value
}

/** The places that fell free when a visit was moved, cancelled or missed, each with those who wait, for whom it is first. */
export function FreedPlaces({ of, called }: FreedPlacesProps) {
  return useFreed(of)?.map(place => <FreePlace key={`${place.start} ${place.performerId ?? ''}`} place={place} called={called} />)
}
