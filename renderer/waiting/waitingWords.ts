import type { WaitingEntry } from '../../shared/domain/waiting/entry.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { waitingText } from '../../shared/text/en/waiting.ts'
import { useDesk, useRead } from '../client.ts'
import { useWhere } from '../screen.ts'

/** What people, rooms and services are called, and what somebody asks for, in one line. */
export function useAsks() {
  const { client } = useDesk()
  const { rooms } = useWhere()
  const staff = useRead(['staff', 'read'], () => client.staff.read({}))
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const called = {
    person: (id: string): string => {
      const person = staff.value?.practitioners.find(each => each.id === id)
      return person === undefined ? '' : fullName(person.name)
    },
    room: (id: string): string => rooms.find(each => each.id === id)?.name ?? '',
    service: (id: string): string => services.value?.find(each => each.id === id)?.name ?? '',
  }
  const asksOf = ({ performerId, weekdays, partOfDay, noticeMinutes, roomId, note, lost }: WaitingEntry): string => {
    const asks = waitingText.asks({
      injector: performerId === null ? '' : called.person(performerId), weekdays, partOfDay: partOfDay === null ? '' : waitingText.parts[partOfDay], noticeMinutes,
      room: roomId === null ? '' : called.room(roomId), note,
    })
    return [...(lost === null ? [] : [waitingText.lost(lost)]), asks === '' ? waitingText.anyTime : asks].join(' · ')
  }
  return { called, asksOf }
}
