/** Counts how often each thing was met, in the order of first meeting. */
export function openCounter() {
  const counts = new Map<string, number>()
  return {
    add: (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1),
    lines: (sentence: (key: string, times: number) => string): readonly string[] => [...counts].map(([key, times]) => sentence(key, times)),
  }
}
export type Counter = ReturnType<typeof openCounter>
