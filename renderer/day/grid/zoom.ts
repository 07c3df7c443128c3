/** How close the day is looked at; the pixels of each are in grid.css. */
export type Zoom = 'day' | 'hour' | 'quarter' | 'five'
export const zooms: readonly Zoom[] = ['day', 'hour', 'quarter', 'five']

/** Minutes between two empty times that the keyboard stops at. */
export const stepOf: Readonly<Record<Zoom, number>> = { day: 30, hour: 15, quarter: 15, five: 5 }
