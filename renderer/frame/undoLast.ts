import { frameText } from '../../shared/text/en/frame.ts'
import { screen, useScreen } from '../screen.ts'

let busy = false

/** Takes the last action back, once, and says so; or says why it could not. */
export async function undoLast(): Promise<void> {
  const { lastAction } = useScreen.getState()
  if (lastAction === null || busy) return
  busy = true
  const refusal = await lastAction.undo()
  busy = false
  if (refusal !== null) return screen.say(refusal)
  if (useScreen.getState().lastAction === lastAction) screen.forgetAction()
  screen.say(frameText.undone(lastAction.label))
}
