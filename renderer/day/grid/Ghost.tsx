import { useEffect, useRef } from 'react'
import { WarningIcon } from '../../ui/icons.tsx'
import type { Look } from '../look.ts'
import type { Assessed } from './gridActions.ts'

type GhostProps = {
  readonly look: Look
  readonly time: string
  readonly column: number
  readonly columns: number
  readonly top: number
  readonly length: number
  readonly minutes: number
  readonly assessed: Assessed
}

/** The visit in the hand, with what would become of it here. The live region says the same. */
export function Ghost({ look, time, column, columns, top, length, minutes, assessed }: GhostProps) {
  const box = useRef<HTMLDivElement>(null)
  // Braces: newer browsers answer a promise, which is no clean-up.
  useEffect(() => {
    void box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [column, top])
  const words = `ghost-words${column + 1 > columns / 2 ? ' ghost-words-left' : ''}${top + length > minutes * 0.75 ? ' ghost-words-above' : ''}`
  return (
    <div
      ref={box}
      className={`ghost ghost-${assessed.state}${assessed.state === 'flagged' ? ' hatch-flag' : ''}`}
      aria-hidden="true"
      style={{
        top: `calc(${top} * var(--px))`,
        height: `calc(${length} * var(--px) - 2px)`,
        left: `${(column / columns) * 100}%`,
        width: `calc(${100 / columns}% - 4px)`,
      }}
    >
      <strong>
        {time} <bdi>{look.patient}</bdi>
      </strong>
      <span className={words}>
        {assessed.state === 'flagged' && <WarningIcon size={12} />} {assessed.words}
      </span>
    </div>
  )
}

type PeekProps = {
  readonly look: Look
  readonly column: number
  readonly columns: number
  readonly top: number
  readonly minutes: number
}

/** All of a visit at a glance, beside it, while it is pointed at or focused. */
export function Peek({ look, column, columns, top, minutes }: PeekProps) {
  const beside =
    column + 1 > columns / 2
      ? { right: `${((columns - column) / columns) * 100}%` }
      : { left: `${((column + 1) / columns) * 100}%` }
  const below =
    top > minutes * 0.75
      ? { bottom: `calc(${minutes - top} * var(--px))`, transform: 'translateY(24px)' }
      : { top: `calc(${top} * var(--px))` }
  return (
    <div className={`peek peek-${look.mark}`} aria-hidden="true" style={{ ...beside, ...below }}>
      <strong>
        {look.time}–{look.until} <bdi>{look.patient}</bdi>
      </strong>
      <span>{look.service}</span>
      {(look.person !== '' || look.room !== '') && (
        <span>{[look.person, look.room].filter(part => part !== '').join(' · ')}</span>
      )}
      {look.words !== '' && <span className="peek-words">{look.words}</span>}
      {look.sentence !== '' && <span>{look.sentence}</span>}
    </div>
  )
}
