import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LocationId } from '../../shared/domain/ids.ts'
import type { Room } from '../../shared/domain/practice.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { fieldError } from '../ui/fieldError.ts'
import { Form } from '../ui/Form.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { useSave } from '../ui/useSave.ts'

const text = settingsText.locations

function RoomForm({
  locationId,
  room,
  close,
}: {
  readonly locationId: LocationId
  readonly room: Room | null
  readonly close: () => void
}) {
  const { client } = useDesk()
  const [name, setName] = useState(room?.name ?? '')
  const state = useSave()
  const submit = async () => {
    const fields = { locationId, name: name.trim(), active: room?.active ?? true }
    const saved = await state.save(() =>
      room === null ? client.room.record(fields) : client.room.amend({ id: room.id, version: room.version, ...fields }),
    )
    if (saved === null) return
    screen.say(text.roomSaved(saved.name))
    close()
  }
  return (
    <Form name={text.roomName} dirty={name !== (room?.name ?? '')} state={state} submit={() => void submit()} cancel={close}>
      <TextInput
        label={text.roomName}
        autoFocus
        required
        value={name}
        error={fieldError(state.problem, 'name')}
        onChange={event => setName(event.currentTarget.value)}
      />
    </Form>
  )
}

type RoomsProps = { readonly locationId: LocationId; readonly rooms: readonly Room[] }

/** The rooms of one location. */
export function Rooms({ locationId, rooms }: RoomsProps) {
  const { client, may } = useDesk()
  const [open, setOpen] = useState<Room['id'] | 'new' | null>(null)
  const state = useSave()
  const mayWrite = may('practice.write')
  const turn = async (room: Room) => {
    const saved = await state.save(() =>
      client.room.amend({ id: room.id, version: room.version, locationId, name: room.name, active: !room.active }),
    )
    if (saved !== null) screen.say(text.roomSaved(saved.name))
  }
  return (
    <div className="rooms-list">
      <Section
        title={text.rooms}
        actions={
          <MayButton
            size="compact-xs"
            variant="light"
            leftSection={<PlusIcon size={12} />}
            refusal={mayWrite ? null : settingsText.notAllowed}
            onClick={() => setOpen('new')}
          >
            {text.addRoom}
          </MayButton>
        }
      >
        <ProblemNotice problem={state.problem} />
        {open === 'new' && (
          <div className="inset-form">
            <RoomForm locationId={locationId} room={null} close={() => setOpen(null)} />
          </div>
        )}
        {rooms.length === 0 ? (
          <p className="quiet">{text.noRooms}</p>
        ) : (
          <ul className="line-list">
            {rooms.map(room => (
              <li key={room.id}>
                {open === room.id ? (
                  <div className="line-words">
                    <RoomForm locationId={locationId} room={room} close={() => setOpen(null)} />
                  </div>
                ) : (
                  <>
                    <span className="line-words">
                      {room.name}
                      {!room.active && <span className="quiet"> · {text.inactive}</span>}
                    </span>
                    {mayWrite && (
                      <>
                        <Button variant="subtle" size="compact-xs" onClick={() => setOpen(room.id)}>
                          {text.rename}
                        </Button>
                        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void turn(room)}>
                          {room.active ? text.retireRoom : text.useRoom}
                        </Button>
                      </>
                    )}
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}
