import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ServiceTypeId } from '../../shared/domain/ids.ts'
import type { Companion, PairedSlot } from '../../shared/domain/staffing/types.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { dateOf } from '../../shared/domain/time/wallClock.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { wallWords } from '../../shared/text/en/dates.ts'
import { tooSoonSentence } from '../../shared/text/rules.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { useDesk, useRead } from '../client.ts'
import type { Names } from '../day/useDayNames.ts'
import { screen, useWhere } from '../screen.ts'
import { FindingList } from '../rules/FindingList.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Shown } from '../ui/Shown.tsx'
import type { BookingDraft, BookingEvent } from './booking.ts'
import { ClosedSlots } from './ClosedSlots.tsx'
import { askedCount, constraintsOf, withoutAsking } from './constraints.ts'
import { PickList } from './PickList.tsx'
import { PlaceFilters } from './PlaceFilters.tsx'
import { someSlots } from './someSlots.ts'

const searchDays = 91
/** Asked for at once: starts lie ten minutes apart, so a free morning alone gives many. */
const asked = 100
const first = 12

type PlaceStepProps = {
  readonly draft: BookingDraft
  readonly serviceTypeId: ServiceTypeId
  readonly names: Names
  readonly send: (event: BookingEvent) => void
}

function slotWords(slot: PairedSlot, names: Names): string {
  return bookingText.slot(
    wallWords(slot.start),
    names.names.person(slot.performerId),
    slot.roomId === null ? '' : names.names.room(slot.roomId),
  )
}

function secondWords(companion: Companion, service: string, names: Names): string {
  const words = bookingText.slot(
    wallWords(companion.start),
    companion.performerId === null ? '' : names.names.person(companion.performerId),
    companion.roomId === null ? '' : names.names.room(companion.roomId),
  )
  return companion.appointmentId === null ? bookingText.secondFree(service, words) : bookingText.secondBooked(service, words)
}

/** When and with whom: the earliest eligible places at once; what is not free, on demand, each with its reason. */
export function PlaceStep({ draft, serviceTypeId, names, send }: PlaceStepProps) {
  const { client } = useDesk()
  const { locationId, today } = useWhere()
  const [all, setAll] = useState(false)
  const [looks, setLooks] = useState(0)
  const { filters } = draft
  const from: PlainDate = filters.notBefore ?? today
  const input = {
    serviceTypeId,
    locationId,
    from,
    days: searchDays,
    limit: asked,
    performerId: filters.performerId,
    partOfDay: filters.partOfDay,
    includeClosed: false,
    moving: null,
    patientId: draft.patient?.id ?? null,
    constraints: constraintsOf(filters),
  }
  // Free places found for an earlier booking are not shown again for this one: it has taken one of them.
  const [opened] = useState(() => crypto.randomUUID())
  const read = useRead(['slot', 'find', input, opened], () => client.slot.find(input), { keep: true })
  // The closed ones of a few days are enough to answer "why not on Tuesday?".
  const closedInput = { ...input, days: 3, limit: 100, includeClosed: true }
  const closed = useRead(['slot', 'find', closedInput], () => client.slot.find(closedInput), { when: filters.showClosed || read.value?.slots.length === 0 })
  // A patient whom a rule keeps from every place is told so, rather than left to look for one.
  const blocking = closed.value?.closed.find(slot => slot.findings.length > 0)?.findings ?? []
  const tooSoon = read.value?.tooSoon ?? null
  const filtered = askedCount(filters) > 0
  const second = filters.companion?.serviceTypeId ?? null
  return (
    <>
      <PlaceFilters draft={draft} serviceTypeId={serviceTypeId} names={names} send={send} />
      {tooSoon !== null && (
        <div className="button-row">
          <StateMark kind="fragile">{tooSoonSentence(tooSoon)}</StateMark>
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => {
              setLooks(looks + 1)
              send({ kind: 'filtered', filters: { notBefore: tooSoon.from } })
            }}
          >
            {bookingText.lookFrom}
          </Button>
        </div>
      )}
      <Shown read={read} label={bookingText.looking}>
        {({ slots }) => (
          <PickList
            // A new list takes the keyboard, which the button leaves nowhere when it goes.
            key={looks}
            label={bookingText.slots}
            field={null}
            autoFocus
            items={(all ? slots : someSlots(slots, first)).map(slot => ({
              key: `${slot.start} ${slot.performerId}`,
              refusal: null,
              content: (
                <>
                  <span className="pick-slot">{slotWords(slot, names)}</span>
                  {slot.companion !== null && second !== null && <span className="pick-second quiet">{secondWords(slot.companion, names.names.service(second), names)}</span>}
                </>
              ),
              pick: () => {
                screen.setDate(dateOf(slot.start))
                send({
                  kind: 'place-chosen',
                  place: { locationId: slot.locationId, start: slot.start, performerId: slot.performerId, roomId: slot.roomId },
                  companion: slot.companion === null || second === null ? null : { ...slot.companion, serviceTypeId: second },
                })
              },
            }))}
            empty={
              <div className="form">
                <FindingList findings={blocking} />
                {(tooSoon === null || filtered) && <p>{filtered ? bookingText.noSlotsFiltered : bookingText.noSlots}</p>}
                {filtered && (
                  <div>
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => send({ kind: 'filtered', filters: withoutAsking(filters) })}
                    >
                      {bookingText.dropFilters}
                    </Button>
                  </div>
                )}
              </div>
            }
          />
        )}
      </Shown>
      <div className="button-row">
        {!all && read.value !== null && someSlots(read.value.slots, first).length < read.value.slots.length && (
          <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
            {bookingText.more}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => screen.open({ kind: 'series', draft: { patient: draft.patient, serviceTypeId } })}
        >
          {seriesText.planInstead}
        </Button>
        <span className="quiet">{bookingText.orGrid}</span>
      </div>
      {filters.showClosed && closed.value !== null && <ClosedSlots closed={closed.value.closed} names={names} room={filters.roomId === null ? null : names.names.room(filters.roomId)} send={send} />}
    </>
  )
}
