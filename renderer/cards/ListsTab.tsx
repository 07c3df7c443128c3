import { Select } from '@mantine/core'
import { useState } from 'react'
import type { PractitionerId } from '../../shared/domain/ids.ts'
import type { PrintRequest } from '../../shared/domain/paper/printing.ts'
import { listsText } from '../../shared/text/en/cards.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { paperWords } from '../../shared/text/en/paper.ts'
import { useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'
import { Section } from '../ui/Section.tsx'
import { PaperButtons } from './PaperButtons.tsx'
import { PrinterNotices, usePrinter } from './usePrinter.tsx'

const lists = [
  { paper: 'day-sheet', title: listsText.daySheet, hint: listsText.daySheetHint, needs: 'appointment.read' },
  { paper: 'tomorrow', title: listsText.tomorrow, hint: listsText.tomorrowHint, needs: 'appointment.read' },
  { paper: 'call-list', title: listsText.callList, hint: listsText.callListHint, needs: 'patient.read' },
] as const

/** The day's lists for the staff, everybody's or one person's. */
export function ListsTab() {
  const { client, may } = useDesk()
  const { locationId, date } = useWhere()
  const printer = usePrinter()
  const [whose, setWhose] = useState<PractitionerId | null>(null)
  const input = { locationId, from: date, days: 1 }
  const schedule = useRead(['schedule', 'read', input], () => client.schedule.read(input), { when: may('appointment.read') })
  const people = schedule.value?.people ?? []
  const request = (paper: PrintRequest['paper']): PrintRequest => ({ paper, appointmentIds: [], stock: '', startCell: 0, day: { locationId, date, practitionerId: whose } })
  return (
    <div className="lists">
      <p className="quiet">{listsText.staffOnly}</p>
      <Select
        w={280} size="xs" label={listsText.whose} placeholder={listsText.everybody} clearable value={whose} onChange={next => setWhose(people.find(person => person.id === next)?.id ?? null)}
        data={people.map(person => ({ value: person.id, label: fullName(person.name) }))}
      />
      {lists.filter(({ needs }) => may(needs)).map(({ paper, title, hint }) => (
        <Section key={paper} title={title} hint={hint}>
          <div className="button-row"><PaperButtons printer={printer} what={listsText.print(paperWords[paper])} request={request(paper)} /></div>
        </Section>
      ))}
      <PrinterNotices printer={printer} />
    </div>
  )
}
