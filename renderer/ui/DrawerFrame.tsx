import type { ReactNode } from 'react'
import './ui.css'

type DrawerFrameProps = {
  readonly title: string
  readonly sub?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The inside of the right drawer: who or what it is, what can be done, and the rest scrolling below. */
export function DrawerFrame({ title, sub, actions, children }: DrawerFrameProps) {
  return (
    <div className="drawer-frame">
      <header className="drawer-head">
        <h2>{title}</h2>
        {sub !== undefined && <div className="quiet drawer-sub">{sub}</div>}
        {actions !== undefined && <div className="button-row drawer-actions">{actions}</div>}
      </header>
      <div className="drawer-body">{children}</div>
    </div>
  )
}
