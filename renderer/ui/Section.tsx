import { type ReactNode, useId } from 'react'
import './ui.css'

type SectionProps = {
  readonly title: string
  readonly hint?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly level?: 2 | 3
}

/** A titled part of a screen or drawer, with what can be done there beside its title. */
export function Section({ title, hint, actions, children, level = 3 }: SectionProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <Heading id={id}>{title}</Heading>
        {actions !== undefined && <div className="button-row">{actions}</div>}
      </div>
      {hint !== undefined && <p className="quiet section-hint">{hint}</p>}
      {children}
    </section>
  )
}
