import { useEffect } from 'react'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import { useDesk } from '../client.ts'
import { routes, screen, type Where } from '../screen.ts'
import { screenPermission } from './access.ts'
import { lockWindow } from './lockWindow.ts'
import { undoLast } from './undoLast.ts'
import { useKeysDialog } from './useKeysDialog.ts'

const typedInto = 'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, select'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest(typedInto) !== null)

const isModalOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null

/** Puts the cursor into the one search field. */
const focusSearch = (): void => document.getElementById('desk-search')?.focus()

/** The keys that work on every screen. Screens that take a key themselves call `preventDefault`. */
export function useKeys(where: Where | null): void {
  const { may } = useDesk()
  useEffect(() => {
    const withCommand = (event: KeyboardEvent): (() => void) | null => {
      const key = event.key.toLowerCase()
      if (key === 'k') return focusSearch
      if (key === 'l' && !event.shiftKey) return () => void lockWindow()
      if (key === 'z' && !event.shiftKey && !isTyping(event.target)) return () => void undoLast()
      return null
    }
    const withAlt = (event: KeyboardEvent): (() => void) | null => {
      const route = /^Digit[1-9]$/.test(event.code) ? routes[Number(event.code.slice(5)) - 1] : undefined
      if (route !== undefined)
        return () => {
          if (may(screenPermission[route])) screen.go(route)
        }
      if (where === null) return null
      if (event.code === 'ArrowLeft') return () => screen.setDate(addDays(where.date, -1))
      if (event.code === 'ArrowRight') return () => screen.setDate(addDays(where.date, 1))
      return event.code === 'KeyT' ? () => screen.setDate(where.today) : null
    }
    const plain = (event: KeyboardEvent): (() => void) | null => {
      if (isTyping(event.target)) return null
      if (event.key === '/') return focusSearch
      return event.key === '?' ? () => useKeysDialog.setState({ open: true }) : null
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isModalOpen()) return
      const command = event.ctrlKey || event.metaKey
      const action =
        command && !event.altKey ? withCommand(event) : event.altKey && !command ? withAlt(event) : command ? null : plain(event)
      if (action === null) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [may, where])
}
