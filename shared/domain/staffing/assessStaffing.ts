import type { AppointmentId } from '../ids.ts'
import { byText } from '../order.ts'
import { intersect, overlaps, isProper } from '../time/interval.ts'
import type { Interval } from '../time/values.ts'
import { boardOf, standingAround } from './board.ts'
import type { Board } from './board.ts'
import { staffingGaps } from './gaps.ts'
import type { Staffing, StaffingFacts, Verdict, WorkingInterval } from './types.ts'
import { judgeAll, verdictsOf } from './verdicts.ts'

function workingWithin(board: Board, window: Interval): readonly WorkingInterval[] {
  return board.people.flatMap((person) => [...person.attendance.values()].sort((a, b) => byText(a.siteId, b.siteId)).flatMap((attendance) => {
    const clipped = (presence: WorkingInterval['presence'], intervals: readonly Interval[]): readonly WorkingInterval[] =>
      intervals.flatMap((one) => {
        const interval = intersect(one, window)
        return interval === null ? [] : [{ practitionerId: person.id, locationId: attendance.siteId, presence, interval }]
      })
    return [...clipped('on-site', attendance.onSite), ...clipped('on-call', attendance.onCall)]
  }))
}

type Asked = (id: AppointmentId) => boolean

/** The verdicts on the visits that touch the window, and the board that they were judged on. */
function judgedWithin(facts: StaffingFacts, window: Interval, asked: Asked): { readonly board: Board; readonly verdicts: ReadonlyMap<AppointmentId, Verdict> } {
  const { visits, span } = standingAround(facts.appointments, window)
  const board = boardOf(facts, span)
  const touching = new Set(visits.filter(({ interval }) => overlaps(interval, window) || !isProper(interval)).map((visit) => visit.id))
  return { board, verdicts: verdictsOf(board, judgeAll(board, visits), (id) => touching.has(id) && asked(id)) }
}

const everyVisit: Asked = () => true

/** The verdicts of `assessStaffing` alone, on all visits or on some, for whoever does not ask about the hours around them. */
export const assessVisits = (facts: StaffingFacts, window: Interval, asked: Asked = everyVisit): ReadonlyMap<AppointmentId, Verdict> =>
  judgedWithin(facts, window, asked).verdicts

/**
 * What can be said of the staffing within a window: a verdict on every standing visit that touches it, the hours without
 * anybody, the hours that hang on one person, and who is at work. The facts must hold every visit that touches the window
 * and those that touch these in turn (a day more on each side is enough unless visits run round the clock); the rest of the
 * facts must be whole. The order of the facts makes no difference, and it never throws for what one visit says.
 */
export function assessStaffing(facts: StaffingFacts, window: Interval): Staffing {
  const { board, verdicts } = judgedWithin(facts, window, everyVisit)
  return { verdicts, ...staffingGaps(board, facts.locations, facts.serviceTypes, window), working: workingWithin(board, window) }
}
