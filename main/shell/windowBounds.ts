import { readFileSync, writeFileSync } from 'node:fs'
import { screen } from 'electron'
import type { Rectangle } from 'electron'

/** The smallest window in which every screen still works. */
export const smallest = { width: 1024, height: 700 } as const

const first = { width: 1280, height: 800 } as const

/** Where the window was last, if that place is still on a screen; otherwise a first size for the system to place. */
export function readBounds(file: string): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  const kept = stored(file)
  if (kept === undefined) return first
  const area = screen.getDisplayMatching(kept).workArea
  const visible = kept.x < area.x + area.width && kept.x + kept.width > area.x && kept.y < area.y + area.height && kept.y + kept.height > area.y
  return visible ? kept : { width: kept.width, height: kept.height }
}

/** Remembers where the window is; a disk that refuses costs the memory of a place, nothing more. */
export function keepBounds(file: string, bounds: Rectangle): void {
  try {
    writeFileSync(file, JSON.stringify(bounds))
  } catch {
    return
  }
}

function stored(file: string): Rectangle | undefined {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const at = (name: string): number => {
    const found: unknown = Reflect.get(value, name)
    return typeof found === 'number' && Number.isInteger(found) ? found : Number.NaN
  }
  const bounds = { x: at('x'), y: at('y'), width: at('width'), height: at('height') }
  if (Object.values(bounds).some(Number.isNaN)) return undefined
  return { ...bounds, width: Math.max(bounds.width, smallest.width), height: Math.max(bounds.height, smallest.height) }
}
