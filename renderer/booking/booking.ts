import type { Visit } from '../../shared/contract/schedule.ts'
import type { LocationId, PatientId, PractitionerId, RoomId, ServiceTypeId } from '../../shared/domain/ids.ts'
import type { HumanName } from '../../shared/domain/person.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { noConstraints, type SlotConstraints } from '../../shared/domain/slotConstraints.ts'
import type { Companion } from '../../shared/domain/staffing/types.ts'
import type { PlainDate, WallDateTime } from '../../shared/domain/time/values.ts'
import { givenAnswer, noAnswer, type OverrideAnswer } from '../ui/overrideAnswer.ts'

/** Where and when a visit is to stand, as chosen from the list or on the grid. */
export type Place = {
  readonly locationId: LocationId
  readonly start: WallDateTime
  readonly performerId: PractitionerId | null
  readonly roomId: RoomId | null
}

export type SlotFilters = SlotConstraints & {
  readonly partOfDay: 'morning' | 'afternoon' | null
  readonly performerId: PractitionerId | null
  readonly notBefore: PlainDate | null
  readonly showClosed: boolean
}

/** What the service said when it was last asked to book; `null` while nothing stands in the way. */
export type Obstacle =
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The wall time happens twice that night. */
  | { readonly kind: 'which-time'; readonly time: string }
  /** Nobody eligible, or closed: may be booked all the same by those permitted, with a reason. */
  | {
      readonly kind: 'needs-reason'
      readonly problem: Extract<Problem, { code: 'not-staffed' | 'against-rule' | 'outside-opening-hours' }>
      readonly mayOverride: boolean
    }

/** A booking under way. It lives outside the drawer, so that a telephone call never costs it. */
export type BookingDraft = {
  readonly step: 'patient' | 'service' | 'place' | 'confirm' | 'booked'
  /** Kept for the whole draft: the service never books twice under one key. */
  readonly requestKey: string
  readonly patientText: string
  readonly patient: { readonly id: PatientId; readonly name: HumanName } | null
  readonly serviceTypeId: ServiceTypeId | null
  readonly filters: SlotFilters
  readonly place: Place | null
  /** The second visit that was asked for, and its service; booked after this one. */
  readonly companion: (Companion & { readonly serviceTypeId: ServiceTypeId }) | null
  readonly fold: 'earlier' | 'later' | null
  readonly override: OverrideAnswer
  readonly note: string
  readonly sending: boolean
  readonly obstacle: Obstacle | null
  readonly booked: Visit | null
}

export type BookingEvent =
  | { readonly kind: 'patient-typed'; readonly text: string }
  | { readonly kind: 'patient-chosen'; readonly patient: { readonly id: PatientId; readonly name: HumanName } }
  | { readonly kind: 'service-chosen'; readonly serviceTypeId: ServiceTypeId }
  | { readonly kind: 'filtered'; readonly filters: Partial<SlotFilters> }
  | { readonly kind: 'place-chosen'; readonly place: Place; readonly companion?: BookingDraft['companion'] }
  | { readonly kind: 'fold-chosen'; readonly fold: 'earlier' | 'later' }
  | { readonly kind: 'answered'; readonly answer: OverrideAnswer }
  | { readonly kind: 'note-typed'; readonly note: string }
  | { readonly kind: 'went-back'; readonly to: 'patient' | 'service' | 'place' }
  | { readonly kind: 'sent' }
  /** `mayOverride`: whether this person may book what is not as it should be. */
  | { readonly kind: 'refused'; readonly problem: Problem; readonly mayOverride: boolean }
  | { readonly kind: 'booked'; readonly visit: Visit }

/** What is asked for when nobody asked for anything. */
export const noFilters: SlotFilters = { ...noConstraints, partOfDay: null, performerId: null, notBefore: null, showClosed: false }

/** A booking with nothing chosen yet, or with the place already picked on the grid. */
export const newDraft = (
  requestKey: string,
  known: Partial<Pick<BookingDraft, 'patient' | 'serviceTypeId' | 'place'>> = {},
): BookingDraft =>
  settled({
    step: 'patient',
    requestKey,
    patientText: '',
    patient: null,
    serviceTypeId: null,
    filters: noFilters,
    place: null,
    companion: null,
    fold: null,
    override: noAnswer,
    note: '',
    sending: false,
    obstacle: null,
    booked: null,
    ...known,
  })

/** The step that the draft has come to: the first thing still unknown. */
function settled(draft: BookingDraft): BookingDraft {
  const step = draft.booked
    ? 'booked'
    : !draft.patient
      ? 'patient'
      : !draft.serviceTypeId
        ? 'service'
        : !draft.place
          ? 'place'
          : 'confirm'
  return step === draft.step ? draft : { ...draft, step }
}

const cleared = { fold: null, override: noAnswer, obstacle: null } as const

/** Whether Enter may send the draft now. */
export const maySend = (draft: BookingDraft): boolean =>
  draft.step === 'confirm' &&
  !draft.sending &&
  (draft.obstacle === null ||
    (draft.obstacle.kind === 'which-time' && draft.fold !== null) ||
    (draft.obstacle.kind === 'needs-reason' && draft.obstacle.mayOverride && givenAnswer(draft.override) !== null))

function obstacleOf(problem: Problem, mayOverride: boolean): Obstacle {
  if (problem.code === 'ambiguous-time') return { kind: 'which-time', time: problem.time }
  if (problem.code === 'not-staffed' || problem.code === 'against-rule') return { kind: 'needs-reason', problem, mayOverride: problem.mayOverride }
  if (problem.code === 'outside-opening-hours') return { kind: 'needs-reason', problem, mayOverride }
  return { kind: 'refused', problem }
}

/** The next state of a booking. A draft that is booked stays so: start a new one for the next visit. */
export function nextDraft(draft: BookingDraft, event: BookingEvent): BookingDraft {
  if (draft.step === 'booked') return draft
  switch (event.kind) {
    case 'patient-typed':
      return { ...draft, patientText: event.text }
    case 'patient-chosen':
      return settled({ ...draft, ...cleared, patient: event.patient, patientText: '' })
    case 'service-chosen':
      // Who was eligible for the old service says nothing about the new one, but a place picked on the grid is still meant.
      return settled({
        ...draft,
        ...cleared,
        serviceTypeId: event.serviceTypeId,
        filters: { ...draft.filters, performerId: null, companion: null },
      })
    case 'filtered':
      return { ...draft, filters: { ...draft.filters, ...event.filters } }
    case 'place-chosen':
      return settled({ ...draft, ...cleared, place: event.place, companion: event.companion ?? null })
    case 'fold-chosen':
      return { ...draft, fold: event.fold }
    case 'answered':
      return { ...draft, override: event.answer }
    case 'note-typed':
      return { ...draft, note: event.note }
    case 'went-back':
      return settled({
        ...draft,
        ...cleared,
        place: null,
        companion: null,
        serviceTypeId: event.to === 'place' ? draft.serviceTypeId : null,
        patient: event.to === 'patient' ? null : draft.patient,
      })
    case 'sent':
      return maySend(draft) ? { ...draft, sending: true } : draft
    case 'refused':
      return { ...draft, sending: false, obstacle: obstacleOf(event.problem, event.mayOverride) }
    case 'booked':
      return settled({ ...draft, sending: false, obstacle: null, booked: event.visit })
  }
}
