import type { Impact } from '../../../shared/contract/schedule.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { verdictDifference } from '../../../shared/domain/impact.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import { dayMs, instant } from '../../../shared/domain/time/instant.ts'
import type { Instant, Interval } from '../../../shared/domain/time/values.ts'
import type { Area, Ending, WriteTx } from '../store/store.ts'
import { decline } from './told.ts'
import type { AuditNote, RequestContext } from './types.ts'
import { judgeVisits, shownVisits } from './visits.ts'

/** Visits are booked up to a year ahead, and the strip shows as much. */
const horizonDays = 370

const horizon = (now: Instant): Interval => ({ start: now, end: instant(now + horizonDays * dayMs) })

/** What an edit made of one row (`before: null`: it is new, `after: null`: it is gone), and of the facts that the engine sees. */
export type Edited<Row> = {
  readonly before: Row | null
  readonly after: Row | null
  readonly facts: (facts: StaffingFacts) => StaffingFacts
}
type Edit<Row> = {
  readonly action: string
  readonly entity: string
  readonly preview: boolean
  /** What else than the staff register the row belongs to. */
  readonly also?: readonly Area[]
  /** Changes the row in the transaction, or says why not. */
  readonly apply: (tx: WriteTx) => Promise<Result<Edited<Row>, Problem>>
}

/** The part of the window in which there are visits at all; what comes after the last one cannot change a verdict. */
const visited = (facts: StaffingFacts, window: Interval): Interval => {
  const last = facts.appointments.reduce<number>((end, visit) => Math.max(end, visit.interval.end), window.start)
  return { start: window.start, end: instant(Math.min(window.end, Math.max(last, window.start + 1))) }
}

async function impactOf(tx: WriteTx, before: StaffingFacts, after: StaffingFacts, horizon: Interval): Promise<Impact> {
  const window = visited(before, horizon)
  const judged = await judgeVisits(tx, after, window)
  const { flags, clears, unchanged } = verdictDifference((await judgeVisits(tx, before, window)).verdicts, judged.verdicts)
  const byId = new Map(after.appointments.map(visit => [visit.id, visit]))
  const named = async (ids: typeof flags): Promise<Impact['flags']> => {
    const visits = ids.flatMap(id => byId.get(id) ?? []).toSorted((a, b) => a.interval.start - b.interval.start)
    return shownVisits(tx, visits, judged)
  }
  return { flags: await named(flags), clears: await named(clears), unchanged }
}

/** What a change made, what the audit trail keeps of it, and what the engine sees of it. */
export type Changed<T> = { readonly saved: T; readonly note: AuditNote; readonly facts: Edited<never>['facts'] }
type Change<T> = Pick<Edit<never>, 'preview' | 'also'> & { readonly apply: (tx: WriteTx) => Promise<Result<Changed<T>, Problem>> }
type Answer<T> = Result<{ impact: Impact; saved: T | null }, Problem>

/** Changes the staff register in one transaction, and says what that does to the visits of the coming year; a preview saves nothing. */
export function changeStaffing<T>({ store, now, audit }: RequestContext, { preview, also = [], apply }: Change<T>): Promise<Answer<T>> {
  return store.write(['staff', ...also], async (tx): Promise<Ending<Answer<T>>> => {
    const window = horizon(now)
    const facts = await tx.staffingFacts(window)
    const changed = await apply(tx)
    if (!changed.ok) return decline(changed.problem)
    const impact = await impactOf(tx, facts, changed.value.facts(facts), window)
    await audit(tx, changed.value.note)
    return { keep: !preview, value: ok({ impact, saved: preview ? null : changed.value.saved }) }
  })
}

/** As `changeStaffing`, for one row. */
export const editStaffing = <Row extends { readonly id: string }>(
  context: RequestContext, { action, entity, apply, ...how }: Edit<Row>,
): Promise<Answer<Row>> => changeStaffing<Row>(context, {
  ...how,
  apply: async tx => {
    const edited = await apply(tx)
    if (!edited.ok) return edited
    const { before, after, facts } = edited.value
    const row = after ?? before
    if (row === null) throw new Error('an edit without a row')
    return ok({ saved: row, facts, note: { action, entity, entityId: row.id, ...(before === null ? {} : { before }), ...(after === null ? {} : { after }) } })
  },
})
