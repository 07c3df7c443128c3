import type { ReactNode } from 'react'
import { CheckIcon, ClockIcon, FlagIcon, FragileIcon } from './icons.tsx'
import './ui.css'

export type MarkKind = 'good' | 'fragile' | 'flag' | 'off'

const icons = { good: CheckIcon, fragile: FragileIcon, flag: FlagIcon, off: ClockIcon } as const

/** A state in words with its sign: colour is never the only one. */
export function StateMark({ kind, children }: { readonly kind: MarkKind; readonly children: ReactNode }) {
  const Icon = icons[kind]
  return (
    <span className={`state-mark state-${kind}`}>
      <Icon size={14} />
      <span>{children}</span>
    </span>
  )
}
