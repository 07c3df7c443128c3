import { z } from 'zod'
import { alertDays, alertNews, daysBefore } from '../alerts.ts'
import type { AlertId, CalendarFeedId, CertificationTypeId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { id, instant, line, list, nothing, plainDate } from '../scalars.ts'

/** A name for the person it is for, never for a patient. */
const told = z.strictObject({ news: alertNews, holder: line, certification: line })
const feed = z.strictObject({ id: id<CalendarFeedId>(), madeAt: instant, madeBy: line, revokedAt: instant.nullable() })

/** Requests about certifications that end, and how people are told in time. */
export const alertRequests = {
  alert: {
    collect: command({
      permission: 'signed-in', summary: 'Start of day: gives the alerts that are due, each once, and says which of them concern the caller and wait for an answer',
      input: nothing, problems: [],
      /** `fresh`: how many of these certifications the caller has not been notified of before, at any desk. */
      output: z.strictObject({ today: plainDate, waiting: list(told), fresh: z.int() }),
    }),
    acknowledge: command({
      permission: 'signed-in', summary: 'Puts alerts away for the caller alone', input: z.strictObject({ ids: list(id<AlertId>(), 1000) }), output: nothing, problems: ['not-found'],
    }),
    list: query({
      permission: 'staff.read', summary: 'Everything that was given and still stands, and on which days each kind of certification is told',
      input: nothing, problems: [], output: z.strictObject({ today: plainDate, given: list(told), days: list(alertDays) }),
    }),
    setDays: command({
      permission: 'certification.write', summary: 'Sets on which days before the end alerts about a kind of certification are given',
      input: z.strictObject({ id: id<CertificationTypeId>(), version: z.int().min(0), days: daysBefore }), output: alertDays, problems: ['not-found', 'stale'],
    }),
  },
  calendar: {
    read: query({
      permission: 'certification.write', summary: 'The coming ends as an iCalendar document, and the addresses under which calendars may read it', input: nothing, problems: [],
      output: z.strictObject({ document: z.string(), feeds: list(feed) }),
    }),
    open: command({
      permission: 'certification.write', summary: 'Makes an address under which a calendar may read the ends; its secret part is told only now', input: nothing, problems: [],
      output: z.strictObject({ feed, path: line }),
    }),
    revoke: command({
      permission: 'certification.write', summary: 'Closes an address for good', input: z.strictObject({ id: id<CalendarFeedId>() }), output: feed, problems: ['not-found'],
    }),
  },
} as const
