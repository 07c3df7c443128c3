import { Button } from '@mantine/core'
import type { PrintJob } from '../../shared/contract/wire.ts'
import { sheetText } from '../../shared/text/en/paper.ts'
import { PrintIcon } from './icons.tsx'
import type { Sheet } from './useSheet.ts'

type SheetButtonsProps = { readonly sheet: Sheet; readonly make: () => Promise<PrintJob>; readonly disabled: boolean }

/** Prints or saves the document of a screen. */
export const SheetButtons = ({ sheet, make, disabled }: SheetButtonsProps) => (
  <Button.Group>
    <Button variant="default" size="xs" disabled={disabled} leftSection={<PrintIcon size={14} />} onClick={() => sheet.print(make)}>{sheetText.print}</Button>
    <Button variant="default" size="xs" disabled={disabled} onClick={() => sheet.save(make)}>{sheetText.savePdf}</Button>
  </Button.Group>
)
