import { z } from 'zod'
import type { AppointmentId, LocationId, PractitionerId, PrintJobId } from '../../domain/ids.ts'
import { languages } from '../../domain/language.ts'
import { cardDesign, cardToPrint, keptPrintJob, printRequest, printSettings } from '../card.ts'
import { command, query } from '../define.ts'
import { humanName } from '../people.ts'
import { id, line, list, nothing, plainDate, wallDateTime } from '../scalars.ts'
import { seen } from './common.ts'

/** Requests about appointment cards and all other paper. */
export const cardsRequests = {
  card: {
    read: query({
      permission: 'card.print', summary: 'What the appointment card of a visit says', input: z.strictObject({ id: id<AppointmentId>() }), output: cardToPrint, problems: ['not-found'],
    }),
    batch: query({
      permission: 'card.print', summary: 'The cards of many visits as they stand at one moment; visits that will not take place are left out', problems: [],
      input: z.strictObject({ ids: list(id<AppointmentId>(), 1000) }), output: list(cardToPrint),
    }),
    ofDays: query({
      permission: 'card.print', summary: 'The cards of all visits still to come at a location in a range of days, as they stand at one moment', problems: ['not-found'],
      input: z.strictObject({ locationId: id<LocationId>(), from: plainDate, days: z.int().min(1).max(31) }), output: list(cardToPrint),
    }),
  },
  paper: {
    settings: query({
      permission: 'card.print', summary: 'How cards look, and what is settled about printing', input: nothing, problems: [],
      output: z.strictObject({ design: cardDesign, printing: printSettings }),
    }),
    amendDesign: command({
      permission: 'practice.write', summary: 'Changes how cards look and what they say; refused where a wording gives the treatment away', input: cardDesign, output: cardDesign,
      problems: ['stale', 'reveals-treatment'],
    }),
    amendPrinting: command({
      permission: 'card.print', summary: 'Settles printers, papers and measures', input: printSettings, output: printSettings, problems: ['stale'],
    }),
    printed: command({
      permission: 'card.print', summary: 'Notes that paper was printed or saved: what, by whom, on which stock, and why again; never its content',
      input: z.strictObject({ request: printRequest, how: z.enum(['printed', 'saved']), reason: line.nullable() }), output: nothing, problems: [],
    }),
    callList: query({
      permission: 'patient.read', summary: 'Whom to call about the visits of a day, one person’s or everybody’s, in the order of the visits', problems: ['not-found'],
      input: z.strictObject({ locationId: id<LocationId>(), date: plainDate, practitionerId: id<PractitionerId>().nullable() }),
      output: list(z.strictObject({
        id: id<AppointmentId>(), start: wallDateTime, patientName: humanName, telephone: line, language: z.enum(languages), travelMinutes: z.int().nullable(), performerId: id<PractitionerId>().nullable(),
      })),
    }),
  },
  printJob: {
    list: query({ permission: 'card.print', summary: 'Jobs that no printer took', input: nothing, output: list(keptPrintJob), problems: [] }),
    keep: command({
      permission: 'card.print', summary: 'Keeps a job that a printer did not take, by what it is made of', input: z.strictObject({ request: printRequest, reason: line }), output: keptPrintJob, problems: [],
    }),
    settle: command({
      permission: 'card.print', summary: 'Takes a kept job off the list, printed or thrown away', input: z.strictObject(seen(id<PrintJobId>())), output: nothing, problems: ['not-found', 'stale'],
    }),
  },
} as const
