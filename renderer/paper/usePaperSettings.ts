import { firstDesign } from '../../shared/domain/cardDesign.ts'
import { firstPrintSettings } from '../../shared/domain/paper/printing.ts'
import { useDesk, useRead } from '../client.ts'

/** What is settled about paper; what the program brings until it has been read. */
export function usePaperSettings() {
  const { client, may } = useDesk()
  const read = useRead(['paper', 'settings'], () => client.paper.settings({}), { when: may('card.print') })
  return { read, design: read.value?.design ?? firstDesign, printing: read.value?.printing ?? firstPrintSettings }
}
