import { Button, Modal } from '@mantine/core'
import { useEffect } from 'react'
import { frameText } from '../../shared/text/en/frame.ts'
import { listWords } from '../../shared/text/en/names.ts'
import { screen, useScreen } from '../screen.ts'
import { host } from './link.ts'

/** Asks before edits that are not saved would be lost. */
export function LeaveDialog() {
  const leaving = useScreen(state => state.leaving)
  const unsaved = useScreen(state => state.unsaved)

  useEffect(() => {
    // In the desktop's window a page that asks cannot be closed at all; there nothing but a quit takes the page away.
    if (host === 'desktop' || unsaved.length === 0) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])

  return (
    <Modal
      opened={leaving !== null}
      onClose={screen.keepEdits}
      title={frameText.loseTitle}
      size="md"
      closeButtonProps={{ 'aria-label': frameText.loseNo }}
    >
      <div className="form">
        <p>{frameText.lose(listWords(leaving?.losing.map(form => form.name) ?? []))}</p>
        <div className="button-row">
          <Button data-autofocus onClick={screen.keepEdits}>
            {frameText.loseNo}
          </Button>
          <Button variant="default" onClick={screen.loseEdits}>
            {frameText.loseYes}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
