import { createContext, useContext } from 'react'
import { create } from 'zustand'
import type { AppointmentId, LocationId, PatientId, PractitionerId, QualificationId } from '../shared/domain/ids.ts'
import type { Location, Practice, Room } from '../shared/domain/practice.ts'
import type { PlainDate } from '../shared/domain/time/values.ts'
import type { BookingDraft } from './booking/booking.ts'

export const routes = ['day', 'ahead', 'patients', 'staff', 'cards', 'exchange', 'settings'] as const
export type RailRoute = (typeof routes)[number]
/** A sick call has a screen of its own, reached from where one hears of it. */
export type Route = RailRoute | 'sick-call'

/** What is known when a booking is begun from elsewhere. */
export type BookingStart = Partial<Pick<BookingDraft, 'patient' | 'serviceTypeId' | 'place'>>

export type Drawer =
  | { readonly kind: 'visit'; readonly id: AppointmentId }
  | { readonly kind: 'book'; readonly draft: BookingStart }
  | { readonly kind: 'series'; readonly draft: BookingStart }
  | { readonly kind: 'patient'; readonly id: PatientId }
  /** `qualificationId`: the certification to be shown first. */
  | { readonly kind: 'practitioner'; readonly id: PractitionerId; readonly qualificationId?: QualificationId }

/** The last thing done, by name; `undo` answers a sentence when it could not be undone. */
export type LastAction = { readonly label: string; readonly undo: () => Promise<string | null> }

/** Something that takes a while. `share` 0 to 1, or null when unknown. */
export type Running = { readonly id: string; readonly label: string; readonly share: number | null }

/** Where a form stands: one on the screen is lost with the screen, one in the drawer with the drawer. */
export type FormPlace = 'screen' | 'drawer'
type Unsaved = { readonly name: string; readonly place: FormPlace }

type State = {
  readonly route: Route
  readonly locationId: LocationId | null
  readonly date: PlainDate | null
  readonly drawer: Drawer | null
  readonly booking: BookingDraft | null
  /** Bookings put aside for another one, latest first. */
  readonly parked: readonly BookingDraft[]
  readonly lastAction: LastAction | null
  readonly running: readonly Running[]
  /** True while a patient is being registered. */
  readonly registering: boolean
  /** Forms with edits not saved. */
  readonly unsaved: readonly Unsaved[]
  /** What was asked for though it loses edits; it waits for the person's answer. */
  readonly leaving: { readonly losing: readonly Unsaved[]; readonly goOn: () => void } | null
  /** The sentence that screen readers hear and the bottom line shows. */
  readonly said: string
}

const start: State = {
  route: 'day',
  locationId: null,
  date: null,
  drawer: null,
  booking: null,
  parked: [],
  lastAction: null,
  running: [],
  registering: false,
  unsaved: [],
  leaving: null,
  said: '',
}

/** Where the person is. Kept in memory only: it may name a patient. */
export const useScreen = create<State>(() => start)

const set = useScreen.setState

/** Does it now, or asks first when edits would be lost with what it closes. */
function leave(closes: readonly FormPlace[], then: () => void): void {
  const losing = useScreen.getState().unsaved.filter(form => closes.includes(form.place))
  if (losing.length === 0) then()
  else set({ leaving: { losing, goOn: then } })
}

/** Places and files have nothing to show beside a visit or a person. */
const standsAlone = (route: Route): boolean => route === 'settings' || route === 'exchange'

/** Every way in which the screen changes. */
export const screen = {
  /** Does something that loses unsaved edits of the screen: now, or after the person has agreed. */
  unlessUnsaved: (then: () => void) => leave(['screen'], then),
  go: (route: Route) =>
    leave(standsAlone(route) ? ['screen', 'drawer'] : ['screen'], () =>
      set(standsAlone(route) ? { route, drawer: null } : { route }),
    ),
  /** Shows something in the drawer; a booking under way stays in memory and is found again. */
  open: (drawer: Drawer) => leave(['drawer'], () => set({ drawer })),
  close: () => leave(['drawer'], () => set({ drawer: null })),
  register: () => leave(['screen', 'drawer'], () => set({ route: 'patients', registering: true, drawer: null })),
  registered: () => set({ registering: false }),
  setLocation: (locationId: LocationId) => set({ locationId }),
  setDate: (date: PlainDate) => set({ date }),
  setBooking: (booking: BookingDraft | null) => set({ booking }),
  setParked: (parked: readonly BookingDraft[]) => set({ parked }),
  /** Offers to undo what was just done. */
  did: (lastAction: LastAction) => set({ lastAction, said: lastAction.label }),
  forgetAction: () => set({ lastAction: null }),
  /** Tells everybody, by eye and by ear, in one sentence. */
  say: (said: string) => set({ said }),
  run: (running: Running) => set(was => ({ running: [...was.running.filter(other => other.id !== running.id), running] })),
  finish: (id: string) => set(was => ({ running: was.running.filter(other => other.id !== id) })),
  /** Notes where a form with unsaved edits stands; null when it has none. */
  setUnsaved: (name: string, place: FormPlace | null) =>
    set(was => {
      const others = was.unsaved.filter(form => form.name !== name)
      return { unsaved: place === null ? others : [...others, { name, place }] }
    }),
  /** The person answered: lose the edits and go on. */
  loseEdits: () => {
    const { leaving, unsaved } = useScreen.getState()
    set({ unsaved: unsaved.filter(form => leaving?.losing.includes(form) !== true), leaving: null })
    leaving?.goOn()
  },
  keepEdits: () => set({ leaving: null }),
  /** Somebody else sits down: nothing of the last person's work is left on the screen. */
  reset: () => set(start),
} as const

/** The practice as the frame has read it, and where in it the screen looks. */
export type Where = {
  readonly practice: Practice
  readonly locations: readonly Location[]
  readonly rooms: readonly Room[]
  readonly location: Location
  readonly locationId: LocationId
  readonly date: PlainDate
  /** The date at that location now. */
  readonly today: PlainDate
}

/** Filled in by the frame. */
export const WhereContext = createContext<Where | null>(null)

/** The location and the date that every screen looks at. */
export function useWhere(): Where {
  const where = useContext(WhereContext)
  if (where === null) throw new Error('useWhere outside of the frame')
  return where
}
