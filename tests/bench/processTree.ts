import { readdirSync, readFileSync } from 'node:fs'

/** Every process that descends from `root`, itself included. */
export function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It ended between the listing and the reading.
    }
  }
  const tree = [root]
  for (let n = 0; n < tree.length; n++) for (const [child, parent] of parents) if (parent === tree[n]) tree.push(child)
  return tree
}

/** Proportional set size of a whole process tree, in MiB: memory shared between its processes counts once. */
export function memoryOf(root: number): number {
  let kib = 0
  for (const pid of treeOf(root)) {
    try {
      kib += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // It ended meanwhile.
    }
  }
  return kib / 1024
}
