import { Button } from '@mantine/core'
import type { PrintRequest } from '../../shared/domain/paper/printing.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { PrintIcon } from '../ui/icons.tsx'
import type { usePrinter } from './usePrinter.tsx'

type PaperButtonsProps = { readonly what: string; readonly printer: Pick<ReturnType<typeof usePrinter>, 'busy' | 'send'>; readonly request: PrintRequest }

/** Prints or saves the same thing. */
export const PaperButtons = ({ what, printer, request }: PaperButtonsProps) => (
  <Button.Group>
    <Button size="xs" leftSection={<PrintIcon size={14} />} disabled={printer.busy} onClick={() => void printer.send('printed', request)}>{what}</Button>
    <Button size="xs" variant="default" disabled={printer.busy} aria-label={`${cardsText.savePdf}: ${what}`} onClick={() => void printer.send('saved', request)}>{cardsText.savePdf}</Button>
  </Button.Group>
)
