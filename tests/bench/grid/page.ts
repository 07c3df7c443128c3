import { Calendar } from './fullCalendarPackage.ts'
import { eventCalendar } from './eventCalendar.ts'
import { fullCalendar } from './fullCalendar.ts'
import { ours } from './ours.tsx'

export type Mounted = { readonly edit: (name: string) => void; readonly unmount: () => Promise<void> }
/** One calendar: how to mount it with the 200 visits, how to edit one of them, and how its visits are found in the page. */
export type Driver = { readonly name: string; readonly visit: string; readonly mount: (element: HTMLElement) => Mounted }

export type Run = { readonly first: number; readonly update: number }

const visits = 200

/** Resolves right after the frame in which the condition has come true was painted. */
const painted = (isTrue: () => boolean): Promise<void> =>
  new Promise(resolve => {
    const look = () => {
      if (!isTrue()) return void requestAnimationFrame(look)
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve()
      channel.port2.postMessage(null)
    }
    requestAnimationFrame(look)
  })

const idle = (): Promise<void> => new Promise(resolve => requestIdleCallback(() => resolve()))

async function run(driver: Driver, number: number): Promise<Run> {
  const element = document.createElement('div')
  element.style.cssText = 'position:fixed;inset:0;display:flex;flex-direction:column;background:#fff'
  document.body.append(element)
  const begun = performance.now()
  const mounted = driver.mount(element)
  await painted(() => element.querySelectorAll(driver.visit).length >= visits)
  const shown = performance.now()
  await idle()
  const name = `Edited ${number}`
  const asked = performance.now()
  mounted.edit(name)
  await painted(() => [...element.querySelectorAll(driver.visit)].some(visit => visit.textContent?.includes(name)))
  const updated = performance.now()
  await mounted.unmount()
  element.remove()
  await idle()
  return { first: shown - begun, update: updated - asked }
}

const drivers: readonly Driver[] = [ours, eventCalendar, ...(Calendar === null ? [] : [fullCalendar(Calendar)])]

declare global {
  interface Window {
    /** Mounts every calendar so many times, in turn, so that a slow moment of the machine meets them all alike. */
    bench: (times: number, warmUp: number) => Promise<readonly { readonly name: string; readonly runs: readonly Run[] }[]>
  }
}

window.bench = async (times, warmUp) => {
  const results = drivers.map(driver => ({ name: driver.name, runs: new Array<Run>() }))
  for (let number = -warmUp; number < times; number += 1) {
    for (const [index, driver] of drivers.entries()) {
      const one = await run(driver, number)
      if (number >= 0) results[index]?.runs.push(one)
    }
  }
  return results
}
