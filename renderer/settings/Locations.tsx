import { useState } from 'react'
import type { Location } from '../../shared/domain/practice.ts'
import { placeText, settingsText } from '../../shared/text/en/settings.ts'
import { useDesk, useRead } from '../client.ts'
import { screen } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { LocationForm } from './LocationForm.tsx'
import { hoursInWords } from './hoursInWords.ts'
import { Rooms } from './Rooms.tsx'

const text = settingsText.locations

/** Where patients are seen, when, and in which rooms. */
export function Locations() {
  const { client, may } = useDesk()
  const read = useRead(['practice', 'read'], () => client.practice.read({}))
  const [open, setOpen] = useState<Location['id'] | 'new' | null>(null)
  const show = (next: Location['id'] | 'new' | null) => screen.unlessUnsaved(() => setOpen(next))
  return (
    <Section
      level={2}
      title={text.list}
      actions={
        <MayButton
          variant="light"
          leftSection={<PlusIcon size={14} />}
          refusal={may('practice.write') ? null : settingsText.notAllowed}
          onClick={() => show('new')}
        >
          {text.add}
        </MayButton>
      }
    >
      <Shown read={read}>
        {({ locations, rooms }) => {
          const opened = locations.find(location => location.id === open)
          return (
            <>
              <DataTable
                caption={text.list}
                rows={locations}
                rowKey={location => location.id}
                name={location => location.name}
                open={location => show(location.id)}
                isOpen={location => location.id === open}
                columns={[
                  {
                    title: placeText.name,
                    cell: location => (location.active ? null : <span className="quiet"> · {text.inactive}</span>),
                  },
                  { title: placeText.address, cell: location => <span className="service-note">{location.address}</span> },
                  { title: placeText.telephone, cell: location => location.telephone },
                  { title: text.hours, cell: location => hoursInWords(location.openingHours) },
                  { title: text.zone, cell: location => location.zone.replaceAll('_', ' ') },
                ]}
              />
              {open === 'new' && <LocationForm location={null} close={() => setOpen(null)} />}
              {opened !== undefined && (
                <>
                  <LocationForm key={`${opened.id} ${opened.version}`} location={opened} close={() => setOpen(null)} />
                  <Rooms locationId={opened.id} rooms={rooms.filter(room => room.locationId === opened.id)} />
                </>
              )}
            </>
          )
        }}
      </Shown>
    </Section>
  )
}
