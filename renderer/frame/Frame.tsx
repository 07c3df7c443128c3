import { useEffect, useRef } from 'react'
import { dateAt } from '../../shared/domain/time/wallClock.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { useDesk, useRead } from '../client.ts'
import { useScreen, type Where, WhereContext } from '../screen.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { BottomLine } from './BottomLine.tsx'
import { useConnection } from './connection.ts'
import { DrawerHost } from './DrawerHost.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { queries } from './queries.ts'
import { Rail } from './Rail.tsx'
import { Screens } from './Screens.tsx'
import { TopBar } from './TopBar.tsx'
import { useKeys } from './useKeys.ts'
import './frame.css'

const clockEvery = 30_000

/** Reads the practice and the clock, and says where the screen looks: by default the first location, today. */
function useWhereNow() {
  const { client } = useDesk()
  const practice = useRead(['practice', 'read'], () => client.practice.read({}))
  const desk = useRead(['desk', 'state'], () => client.system.desk({}), { every: clockEvery })
  const locationId = useScreen(state => state.locationId)
  const date = useScreen(state => state.date)
  const inUse = practice.value?.locations.filter(location => location.active) ?? []
  const location = inUse.find(candidate => candidate.id === locationId) ?? inUse[0]
  const now = desk.value?.now
  const today = now === undefined || location === undefined ? null : dateAt(now, location.zone)

  // A new day changes what certificates count; nobody saved anything, so nobody told us.
  const lastToday = useRef(today)
  useEffect(() => {
    if (today === null || today === lastToday.current) return
    if (lastToday.current !== null) void queries.invalidateQueries({ predicate: query => query.queryKey[0] !== 'desk' })
    lastToday.current = today
  }, [today])

  const where: Where | null =
    practice.value === null || location === undefined || today === null
      ? null
      : {
          practice: practice.value.practice,
          locations: inUse,
          rooms: practice.value.rooms,
          location,
          locationId: location.id,
          date: date ?? today,
          today,
        }
  return { where, practice, desk, noLocation: practice.value !== null && location === undefined }
}

const doorClosedProblem = { code: 'store-unavailable', why: 'door-closed' } as const

/** Everything around the screens: rail, top bar, drawer and bottom line. */
export function Frame({ demo }: { readonly demo: boolean }) {
  const { where, practice, desk, noLocation } = useWhereNow()
  useKeys(where)
  const doorClosed = useConnection(state => state.doorClosed)
  return (
    <WhereContext value={where}>
      <div className="frame" data-demo={demo || undefined}>
        <a className="skip-link" href="#screen">
          {frameText.skip}
        </a>
        {demo && (
          <section className="demo-strip" aria-label={frameText.demoLabel}>
            {frameText.demo}
          </section>
        )}
        <Rail />
        {where === null ? <div className="top-bar" /> : <TopBar where={where} />}
        <main id="screen" className="frame-main" tabIndex={-1}>
          {doorClosed && <ProblemNotice problem={doorClosedProblem} />}
          {where === null &&
            (noLocation ? (
              <EmptyState title={frameText.noLocations} />
            ) : practice.problem === null && desk.problem === null ? (
              <LoadingState />
            ) : (
              <ProblemNotice
                problem={practice.problem ?? desk.problem}
                again={() => {
                  practice.again()
                  desk.again()
                }}
              />
            ))}
          {where !== null && <Screens />}
        </main>
        {where !== null && <DrawerHost />}
        <BottomLine desk={desk.value} zone={where?.location.zone ?? null} />
        <KeysDialog />
        <LeaveDialog />
      </div>
    </WhereContext>
  )
}
