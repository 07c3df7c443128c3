declare module 'interval-tree-1d' {
  type Bounds = [start: number, end: number]
  export default function createIntervalTree(intervals: readonly Bounds[]): {
    /** Visits every interval that shares a point with `[low, high]`, both ends counting. */
    readonly queryInterval: (low: number, high: number, visit: (interval: Bounds) => void) => void
  }
}
