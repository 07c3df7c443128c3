import { performance } from 'node:perf_hooks'

/** The value below which `share` of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Milliseconds of each run, after `warmup` runs that do not count. */
export async function sample(runs: number, warmup: number, work: (run: number) => unknown): Promise<readonly number[]> {
  const samples: number[] = []
  for (let run = -warmup; run < runs; run++) {
    const start = performance.now()
    await work(run)
    if (run >= 0) samples.push(performance.now() - start)
  }
  return samples
}

export type Figure = { readonly name: string; readonly ours: number; readonly peer: number | null; readonly unit: string; readonly aim: string }

/** Prints figures as one table; the ratio is ours over the peer's. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  console.table(
    figures.map(figure => ({
      figure: figure.name,
      ours: `${figure.ours.toFixed(2)} ${figure.unit}`,
      peer: figure.peer === null ? '–' : `${figure.peer.toFixed(2)} ${figure.unit}`,
      ratio: figure.peer === null ? '–' : (figure.ours / figure.peer).toFixed(2),
      aim: figure.aim,
    })),
  )
}
