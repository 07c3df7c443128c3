import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

export type PickItem = {
  readonly key: string
  readonly content: ReactNode
  /** Why it cannot be picked: shown, never hidden. */
  readonly refusal: string | null
  readonly pick: () => void
}

type PickListProps = {
  readonly label: string
  readonly items: readonly PickItem[]
  /** A field above the list that narrows it; without one the list itself takes the keys. */
  readonly field: {
    readonly text: string
    readonly placeholder: string
    readonly onText: (text: string) => void
    readonly label: string
  } | null
  readonly autoFocus: boolean
  readonly empty?: ReactNode
}

/** A list to pick from: arrows go along it, Enter takes, a click takes. The first that can be taken is offered at once. */
export function PickList({ label, items, field, autoFocus, empty }: PickListProps) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const first = items.findIndex(item => item.refusal === null)
  const found = items.findIndex(item => item.key === chosen)
  const active = found === -1 ? Math.max(0, first) : found
  const activeId = items[active] === undefined ? undefined : `${id}-${active}`
  const bare = field === null
  useEffect(() => {
    if (autoFocus && bare) list.current?.focus({ preventScroll: true })
  }, [autoFocus, bare])
  useEffect(() => {
    if (chosen !== null) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      setChosen(items[Math.min(items.length - 1, Math.max(0, active + by))]?.key ?? null)
      event.preventDefault()
    } else if (event.key === 'Enter') {
      const item = items[active]
      if (item?.refusal === null) item.pick()
      event.preventDefault()
    }
  }
  const combobox = {
    role: 'combobox',
    'aria-expanded': true,
    'aria-controls': id,
    'aria-activedescendant': activeId,
    'aria-autocomplete': 'list',
  } as const
  return (
    <div className="picks">
      {field !== null && (
        <TextInput
          label={field.label}
          placeholder={field.placeholder}
          value={field.text}
          autoFocus={autoFocus}
          autoComplete="off"
          spellCheck={false}
          {...combobox}
          onChange={event => {
            setChosen(null)
            field.onText(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
        />
      )}
      {items.length === 0 ? (
        empty
      ) : (
        <ul
          ref={list}
          id={id}
          role="listbox"
          aria-label={label}
          className="pick-list"
          {...(bare ? { tabIndex: 0, 'aria-activedescendant': activeId, onKeyDown } : {})}
        >
          {items.map((item, index) => (
            // Keys come in through the field or the list, so an option needs no listener of its own for them.
            <li
              key={item.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              aria-disabled={item.refusal !== null || undefined}
              className="pick"
              onClick={() => {
                if (item.refusal === null) item.pick()
              }}
            >
              {item.content}
              {item.refusal !== null && <span className="pick-refusal">{item.refusal}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
