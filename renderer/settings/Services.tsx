import { useState } from 'react'
import type { Competence } from '../../shared/domain/certification.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import { listWords, roleWords } from '../../shared/text/en/names.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { ServiceForm } from './ServiceForm.tsx'

const text = settingsText.services
const order: Readonly<Record<ServiceType['status'], number>> = { draft: 0, approved: 1, retired: 2 }
const marks = { draft: 'fragile', approved: 'good', retired: 'off' } as const

/** What is offered, what it takes to perform it, and whether the clinical lead has approved it. */
export function Services() {
  const { client, may } = useDesk()
  const read = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const staff = useRead(['staff', 'read'], () => client.staff.read({}), { when: may('staff.read') })
  const [open, setOpen] = useState<ServiceType['id'] | 'new' | null>(null)
  const competences = staff.value?.competences ?? []
  const label = (code: Competence) => competences.find(one => one.code === code)?.label ?? code
  const show = (next: ServiceType['id'] | 'new' | null) => screen.unlessUnsaved(() => setOpen(next))
  return (
    <Section
      level={2}
      title={text.list}
      actions={
        <MayButton
          variant="light"
          leftSection={<PlusIcon size={14} />}
          refusal={may('service.write') ? null : text.onlyLead}
          onClick={() => show('new')}
        >
          {text.add}
        </MayButton>
      }
    >
      <Shown read={read}>
        {services => {
          const opened = services.find(service => service.id === open)
          const rows = services.toSorted((a, b) => order[a.status] - order[b.status] || a.name.localeCompare(b.name))
          return (
            <>
              {open === 'new' && <ServiceForm service={null} competences={competences} close={() => setOpen(null)} />}
              {opened !== undefined && (
                <ServiceForm
                  key={`${opened.id} ${opened.version}`}
                  service={opened}
                  competences={competences}
                  close={() => setOpen(null)}
                />
              )}
              {rows.length === 0 ? (
                <EmptyState title={text.empty} hint={text.emptyHint} />
              ) : (
                <DataTable
                  caption={text.list}
                  rows={rows}
                  rowKey={service => service.id}
                  name={service => service.name}
                  open={service => show(service.id)}
                  isOpen={service => service.id === open}
                  columns={[
                    { title: text.name, width: '24%', cell: () => null },
                    {
                      title: settingsText.accounts.state,
                      cell: service => <StateMark kind={marks[service.status]}>{text.statuses[service.status]}</StateMark>,
                    },
                    { title: text.minutes, numeric: true, cell: service => text.minutesShort(service.minutes) },
                    { title: text.requires, width: '24%', cell: service => listWords(service.competences.map(label)) },
                    { title: text.roles, width: '24%', cell: service => listWords(service.roles.map(role => roleWords[role])) },
                    { title: text.label, cell: service => text.labels[service.labelStatus] },
                  ]}
                />
              )}
            </>
          )
        }}
      </Shown>
    </Section>
  )
}
