import { ActionIcon } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { frameText } from '../../shared/text/en/frame.ts'
import { type Drawer, screen, useScreen } from '../screen.ts'
import { CloseIcon } from '../ui/icons.tsx'
import { onDemand } from './onDemand.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'

const VisitDrawer = onDemand(() => import('../day/VisitDrawer.tsx').then(module => module.VisitDrawer))
const BookingDrawer = onDemand(() => import('../booking/BookingDrawer.tsx').then(module => module.BookingDrawer))
const SeriesDrawer = onDemand(() => import('../series/SeriesDrawer.tsx').then(module => module.SeriesDrawer))
const PatientDrawer = onDemand(() => import('../patients/PatientDrawer.tsx').then(module => module.PatientDrawer))
const PractitionerDrawer = onDemand(() => import('../staff/PractitionerDrawer.tsx').then(module => module.PractitionerDrawer))

function Inside({ drawer }: { readonly drawer: Drawer }) {
  switch (drawer.kind) {
    case 'visit':
      return <VisitDrawer id={drawer.id} />
    case 'book':
      return <BookingDrawer draft={drawer.draft} />
    case 'series':
      return <SeriesDrawer draft={drawer.draft} />
    case 'patient':
      return <PatientDrawer id={drawer.id} />
    case 'practitioner':
      return <PractitionerDrawer id={drawer.id} />
  }
}

const keyOf = (drawer: Drawer): string => (drawer.kind === 'book' || drawer.kind === 'series' ? drawer.kind : `${drawer.kind} ${drawer.id}`)

/** The right drawer. It is no dialog: the schedule beside it stays in sight and in use; Esc closes it and gives the focus back. */
export function DrawerHost() {
  const drawer = useScreen(state => state.drawer)
  const aside = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const key = drawer === null ? null : keyOf(drawer)

  // Read in while nothing else is to be done: whoever opens one types at once, and letters must not fall beside it.
  // What cannot be read now is told when it is opened.
  useEffect(() => {
    const idle = requestIdleCallback(() => void Promise.allSettled([VisitDrawer, BookingDrawer, PatientDrawer, PractitionerDrawer].map(part => part.fetch())))
    return () => cancelIdleCallback(idle)
  }, [])

  useEffect(() => {
    if (key === null) return
    const active = document.activeElement
    if (aside.current !== null && !aside.current.contains(active)) cameFrom.current = active
    // A field that took the focus itself, as the booking's first one does, keeps it.
    if (!aside.current?.contains(document.activeElement)) aside.current?.focus()
  }, [key])

  useEffect(() => {
    if (key !== null) return
    const back = cameFrom.current
    cameFrom.current = null
    if (
      back instanceof HTMLElement &&
      back.isConnected &&
      (document.activeElement === null || document.activeElement === document.body)
    )
      back.focus()
  }, [key])

  if (drawer === null) return null
  return (
    <aside
      ref={aside}
      className="drawer"
      aria-label={frameText.drawer[drawer.kind]}
      tabIndex={-1}
      onKeyDown={event => {
        // An open list or calendar inside closes first; it has taken the key by then.
        if (
          event.key !== 'Escape' ||
          event.defaultPrevented ||
          document.querySelector('[aria-expanded="true"][aria-haspopup]') !== null
        )
          return
        event.preventDefault()
        screen.close()
      }}
    >
      <ActionIcon
        className="drawer-close"
        variant="subtle"
        color="gray"
        size={30}
        aria-label={frameText.closeDrawer}
        onClick={screen.close}
      >
        <CloseIcon size={16} />
      </ActionIcon>
      <ScreenBoundary key={key}>
        <Inside drawer={drawer} />
      </ScreenBoundary>
    </aside>
  )
}
