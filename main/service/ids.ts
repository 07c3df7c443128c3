import { randomFillSync } from 'node:crypto'
import type { Instant } from '../../shared/domain/time/values.ts'

/**
 * Makes RFC 9562 UUIDs of version 7 that only ever rise, also within one millisecond (method 1 of section 6.2: a counter in
 * `rand_a`) and when the clock steps back: "made earlier" is read off an id.
 */
export function risingIds(now: () => Instant): () => string {
  let last = 0
  let counter = 0
  // Asking the operating system for each id costs more than all the rest of it.
  const pool = Buffer.alloc(4096)
  let used = pool.length
  const nextRandom = (): Buffer => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += 8
    return pool.subarray(used - 8, used)
  }
  return () => {
    const at = now()
    if (at > last) [last, counter] = [at, 0]
    else counter += 1
    // Twelve bits are used up after 4,096 ids: borrow the next millisecond.
    if (counter > 0xfff) [last, counter] = [last + 1, 0]
    const time = last.toString(16).padStart(12, '0')
    const random = nextRandom()
    random[0] = (random.readUInt8(0) & 0x3f) | 0x80
    const tail = random.toString('hex')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
  }
}
