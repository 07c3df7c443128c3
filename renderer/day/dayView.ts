import { create } from 'zustand'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import type { ColumnKind } from './grid/columns.ts'
import { type Zoom, zooms } from './grid/zoom.ts'

/** What a key on the grid asks of the visit's drawer. */
export type Wish = { readonly id: AppointmentId; readonly what: 'cancel' | 'card' | 'move' }

type DayView = {
  readonly view: 'day' | 'week'
  readonly kind: ColumnKind
  readonly zoom: Zoom
  readonly showCancelled: boolean
  readonly wish: Wish | null
  /** A new object each time, so that the same visit can be jumped to again. */
  readonly jump: { readonly id: AppointmentId } | null
}

/** How the person looks at the day; kept while other screens are open. */
export const useDayView = create<DayView>(() => ({
  view: 'day',
  kind: 'people',
  zoom: 'hour',
  showCancelled: false,
  wish: null,
  jump: null,
}))

const set = useDayView.setState

export const dayView = {
  show: (part: Partial<Pick<DayView, 'view' | 'kind' | 'showCancelled'>>) => set(part),
  zoom: (by: 1 | -1) =>
    set(was => ({ zoom: zooms[Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(was.zoom) + by))] ?? was.zoom })),
  wish: (wish: Wish | null) => set({ wish }),
  jumpTo: (id: AppointmentId) => set({ jump: { id }, view: 'day' }),
  /** Another day is shown: nothing is jumped to there. */
  landed: () => set({ jump: null }),
} as const
