import { create } from 'zustand'
import type { AccountId, AppointmentId, PractitionerId, SickCallId } from '../../shared/domain/ids.ts'
import type { Option } from '../../shared/domain/sickCall/option.ts'
import type { SickSpell } from '../../shared/domain/sickCall/sickCall.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'

export type SickCallDraft = {
  readonly practitionerId: PractitionerId | null
  /** What was asked about; `null` until it is. */
  readonly asked: SickSpell | null
  /** What was chosen by hand; `null`: left where it is. */
  readonly byHand: ReadonlyMap<AppointmentId, Option | null>
  readonly left: ReadonlySet<AppointmentId>
  /** The call whose list is shown. */
  readonly answered: SickCallId | null
}
type State = SickCallDraft & {
  /** Whose it is: somebody else who sits down begins with nothing. */
  readonly owner: AccountId | null
}

const nothing: State = { owner: null, practitionerId: null, asked: null, byHand: new Map(), left: new Set(), answered: null }

/** A sick call being answered; it waits here while the telephone rings. */
const useDraft = create<State>(() => nothing)

/** The sick call being answered, and every way in which it changes. */
export function useSickCallDraft() {
  const { account } = useDesk()
  const state = useDraft()
  const own: SickCallDraft = state.owner === account.id ? state : nothing
  const change = (part: Partial<SickCallDraft>): void => useDraft.setState(was => ({ ...(was.owner === account.id ? was : nothing), owner: account.id, ...part }))
  return {
    ...own,
    ask: (asked: SickSpell) => change({ practitionerId: asked.practitionerId, asked, byHand: new Map(), left: new Set(), answered: null }),
    begin: (practitionerId: PractitionerId | null) => change({ practitionerId, asked: null, byHand: new Map(), left: new Set(), answered: null }),
    choose: (id: AppointmentId, option: Option | null) => change({ byHand: new Map([...own.byHand, [id, option]]) }),
    forgetChoices: () => change({ byHand: new Map() }),
    leave: (left: ReadonlySet<AppointmentId>) => change({ left }),
    show: (answered: SickCallId | null) => change({ answered, asked: null, byHand: new Map(), left: new Set() }),
  }
}

/** Goes to the sick call: to the one under way, or to a new one of somebody. */
export function useOpenSickCall(): (practitionerId: PractitionerId | null) => void {
  const { practitionerId: current, begin } = useSickCallDraft()
  return practitionerId => {
    if (practitionerId !== null && practitionerId !== current) begin(practitionerId)
    screen.go('sick-call')
  }
}
export type SickCallSession = ReturnType<typeof useSickCallDraft>
