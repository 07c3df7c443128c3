import type { ReactNode } from 'react'
import './ui.css'

type EmptyStateProps = { readonly title: string; readonly hint?: string; readonly children?: ReactNode }

/** What to do next where there is nothing yet; the children offer it. */
export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-title">{title}</p>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {children !== undefined && <div className="button-row">{children}</div>}
    </div>
  )
}
