import type { ReactNode } from 'react'
import type { DeskClient } from '../client.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { Mark } from './Mark.tsx'
import './door.css'

type Answered<T> = T extends { readonly ok: true; readonly value: infer Value } ? Value : never

/** What the service says of itself before anybody is signed in. */
export type Status = Answered<Awaited<ReturnType<DeskClient['system']['status']>>>

type DoorProps = { readonly status: Status; readonly title: string; readonly children: ReactNode }

/** The quiet page before the practice: one card, one question. */
export function Door({ status, title, children }: DoorProps) {
  return (
    <>
      {status.demo && (
        <section className="demo-strip" aria-label={frameText.demoLabel}>
          {frameText.demo}
        </section>
      )}
      <main className="door">
        <div className="door-card">
          <header className="door-head">
            <Mark />
            <div>
              <h1>{title}</h1>
              {status.practiceName !== '' && <p className="quiet">{status.practiceName}</p>}
            </div>
          </header>
          {children}
        </div>
      </main>
    </>
  )
}
