import { Button, Progress } from '@mantine/core'
import type { Instant, ZoneId } from '../../shared/domain/time/values.ts'
import { instantTime } from '../../shared/text/en/dates.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { screen, useScreen } from '../screen.ts'
import { CheckIcon, ClockIcon, KeyboardIcon, OfflineIcon, UndoIcon } from '../ui/icons.tsx'
import { useConnection } from './connection.ts'
import { undoLast } from './undoLast.ts'
import { useKeysDialog } from './useKeysDialog.ts'

type DeskState = { readonly engine: 'sqlite' | 'postgresql'; readonly desks: number; readonly lastSaved: Instant | null; readonly clockBehindMinutes: number }
type BottomLineProps = { readonly desk: DeskState | null; readonly zone: ZoneId | null }

function savedWords(desk: DeskState, zone: ZoneId | null): string {
  if (desk.lastSaved === null) return frameText.nothingYet
  return zone === null ? frameText.saved : frameText.savedAt(instantTime(desk.lastSaved, zone))
}

/** Whether all is saved, who else is at work, what is still running, and the last action with the way back. */
export function BottomLine({ desk, zone }: BottomLineProps) {
  const online = useConnection(state => state.online)
  const running = useScreen(state => state.running)
  const lastAction = useScreen(state => state.lastAction)
  const said = useScreen(state => state.said)
  const booking = useScreen(state => state.booking)
  const drawer = useScreen(state => state.drawer)
  const waiting =
    booking !== null &&
    booking.step !== 'booked' &&
    (booking.patient !== null || booking.place !== null) &&
    drawer?.kind !== 'book'
  return (
    <footer className="bottom-line" aria-label={frameText.bottomLine}>
      {online ? (
        <span className="bottom-item">
          <CheckIcon size={14} />
          {desk === null ? frameText.loading : savedWords(desk, zone)}
        </span>
      ) : (
        <span className="bottom-item bottom-offline" role="alert">
          <OfflineIcon size={14} />
          {frameText.offline}
        </span>
      )}
      {desk !== null && desk.clockBehindMinutes > 1 && (
        <span className="bottom-item bottom-offline" role="alert">
          <ClockIcon size={14} />
          {frameText.clockBehind}
        </span>
      )}
      {desk !== null && <span className="bottom-item quiet">{frameText.desks(desk.desks)}</span>}
      {desk !== null && <span className="bottom-item quiet bottom-engine">{frameText.engine[desk.engine]}</span>}
      {running.map(task => (
        <span key={task.id} className="bottom-item">
          <Progress
            w={80}
            size="sm"
            value={task.share === null ? 100 : task.share * 100}
            animated={task.share === null}
            aria-label={task.label}
          />
          {frameText.running(task.label, task.share)}
        </span>
      ))}
      <span className="bottom-space" />
      {/* The undo button says the same to the eye. */}
      <span className={said === lastAction?.label ? 'visually-hidden' : 'bottom-said'} role="status">
        {said}
      </span>
      {waiting && (
        <Button size="compact-xs" variant="light" onClick={() => screen.open({ kind: 'book', draft: {} })}>
          {frameText.resumeBooking}
        </Button>
      )}
      {lastAction !== null && (
        <Button size="compact-xs" variant="default" leftSection={<UndoIcon size={14} />} onClick={() => void undoLast()}>
          {frameText.undo(lastAction.label)}
        </Button>
      )}
      <button
        type="button"
        className="bottom-keys"
        aria-label={frameText.keysOpen}
        onClick={() => useKeysDialog.setState({ open: true })}
      >
        <KeyboardIcon size={16} />
        <kbd>?</kbd>
      </button>
    </footer>
  )
}
