import { Chip, NativeSelect } from '@mantine/core'
import type { ServiceType } from '../../shared/domain/service.ts'
import type { ServiceTypeId } from '../../shared/domain/ids.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { weekdays, weekdayShort, weekdayWord } from '../../shared/text/en/dates.ts'
import { useDesk, useRead } from '../client.ts'
import type { Names } from '../day/useDayNames.ts'
import { useWhere } from '../screen.ts'
import { DateField } from '../ui/DateField.tsx'
import type { BookingDraft, BookingEvent, SlotFilters } from './booking.ts'
import { askedCount, withoutAsking, withWeekday } from './constraints.ts'

type PlaceFiltersProps = {
  readonly draft: BookingDraft
  readonly serviceTypeId: ServiceTypeId
  readonly names: Names
  readonly send: (event: BookingEvent) => void
}

const chosenOf = <T extends { readonly id: string }>(all: readonly T[], id: string): T['id'] | null => all.find(each => each.id === id)?.id ?? null
const named = (all: readonly { readonly id: string; readonly name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }))
/** Physiotherapy first: that is what mostly goes with an injection. */
const seconds = (services: readonly ServiceType[], first: ServiceTypeId): readonly ServiceType[] =>
  services.filter(service => service.status === 'approved' && service.id !== first)
    .toSorted((a, b) => Number(b.physiotherapy) - Number(a.physiotherapy) || a.name.localeCompare(b.name))

/** What the patient on the telephone asks for: part of the day, weekdays, injector, room, notice, a second visit. Kept with the booking. */
export function PlaceFilters({ draft, names, serviceTypeId, send }: PlaceFiltersProps) {
  const { client, may } = useDesk()
  const { today, rooms, locationId } = useWhere()
  const staff = useRead(['staff', 'read'], () => client.staff.read({}), { when: may('staff.read') })
  const services = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  const { filters } = draft
  const filter = (part: Partial<SlotFilters>) => send({ kind: 'filtered', filters: part })
  const roles = services.value?.find(service => service.id === serviceTypeId)?.roles ?? []
  // Who could perform the service on some day.
  const people = (staff.value?.practitioners ?? []).filter(person => person.active && person.roles.some(role => roles.includes(role.role)))
    .map(person => ({ id: person.id, name: names.names.person(person.id) }))
  const here = rooms.filter(room => room.active && room.locationId === locationId)
  const others = seconds(services.value ?? [], serviceTypeId)
  const { companion } = filters
  const part = (value: 'morning' | 'afternoon') => filter({ partOfDay: filters.partOfDay === value ? null : value })
  const count = askedCount(filters)
  return (
    <div className="place-filters" role="group" aria-label={bookingText.chips}>
      <div className="filters">
        <Chip size="xs" checked={filters.partOfDay === 'morning'} onChange={() => part('morning')}>
          {bookingText.mornings}
        </Chip>
        <Chip size="xs" checked={filters.partOfDay === 'afternoon'} onChange={() => part('afternoon')}>
          {bookingText.afternoons}
        </Chip>
        <Chip size="xs" checked={filters.showClosed} onChange={showClosed => filter({ showClosed })}>
          {bookingText.closedToo}
        </Chip>
      </div>
      <div className="weekday-chips" role="group" aria-label={bookingText.onWeekdays}>
        {weekdays.map(weekday => (
          <Chip
            key={weekday}
            size="xs"
            aria-label={weekdayWord(weekday)}
            checked={filters.weekdays.includes(weekday)}
            onChange={() => filter({ weekdays: withWeekday(filters, weekday) })}
          >
            {weekdayShort(weekday)}
          </Chip>
        ))}
      </div>
      <div className="filter-fields">
        <NativeSelect
          size="xs"
          aria-label={bookingText.injector}
          value={filters.performerId ?? ''}
          data={[{ value: '', label: bookingText.anyInjector }, ...named(people)]}
          onChange={event => filter({ performerId: chosenOf(people, event.currentTarget.value) })}
        />
        <DateField
          aria-label={bookingText.notBefore}
          placeholder={bookingText.notBefore}
          size="xs"
          clearable
          minDate={today}
          today={today}
          value={filters.notBefore}
          onChange={notBefore => filter({ notBefore })}
        />
        <NativeSelect
          size="xs"
          aria-label={bookingText.room}
          value={filters.roomId ?? ''}
          data={[{ value: '', label: bookingText.anyRoom }, ...named(here)]}
          onChange={event => filter({ roomId: chosenOf(here, event.currentTarget.value) })}
        />
        <NativeSelect
          size="xs"
          aria-label={bookingText.notice}
          value={String(filters.noticeMinutes)}
          data={bookingText.notices.map(([minutes, label]) => ({ value: String(minutes), label }))}
          onChange={event => filter({ noticeMinutes: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          size="xs"
          aria-label={bookingText.second}
          value={companion?.serviceTypeId ?? ''}
          data={[{ value: '', label: bookingText.noSecond }, ...others.map(({ id, name }) => ({ value: id, label: bookingText.withSecond(name) }))]}
          onChange={event => {
            const chosen = chosenOf(others, event.currentTarget.value)
            filter({ companion: chosen === null ? null : { serviceTypeId: chosen, withinDays: companion?.withinDays ?? 0 } })
          }}
        />
        {companion !== null && (
          <NativeSelect
            size="xs"
            aria-label={bookingText.secondWhen}
            value={String(companion.withinDays)}
            data={bookingText.secondWhens.map(([days, label]) => ({ value: String(days), label }))}
            onChange={event => filter({ companion: { ...companion, withinDays: Number(event.currentTarget.value) } })}
          />
        )}
      </div>
      {count > 0 && (
        <div className="filters-asked">
          <span className="quiet" role="status">
            {bookingText.askedFor(count)}
          </span>
          <button type="button" className="link" onClick={() => filter(withoutAsking(filters))}>
            {bookingText.askNothing}
          </button>
        </div>
      )}
    </div>
  )
}
