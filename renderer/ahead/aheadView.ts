import { create } from 'zustand'

export const horizons = [4, 13, 26, 52] as const
export type Horizon = (typeof horizons)[number]
export const views = ['days', 'services', 'ends', 'overrides'] as const
export type View = (typeof views)[number]

/** How far ahead the person looks, and at what; remembered while the window is open. */
export const useAheadView = create<{ readonly weeks: Horizon; readonly view: View }>(() => ({ weeks: 13, view: 'days' }))
