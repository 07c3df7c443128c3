import { z } from 'zod'
import { qualificationStates } from '../../domain/qualification.ts'
import type { AppointmentId, PractitionerId, QualificationId, RegisterSnapshotId } from '../../domain/ids.ts'
import { command, query } from '../define.ts'
import { certificationType, humanName, qualification } from '../people.ts'
import { id, instant, line, list, nothing, plainDate, words } from '../scalars.ts'
import { reason } from '../staffing.ts'

const entered = z.strictObject({ at: instant, by: line })
const snapshot = z.strictObject({ id: id<RegisterSnapshotId>(), asOf: plainDate, at: instant, signedBy: line, statement: words, sha256: z.string() })
const asOf = z.strictObject({ asOf: plainDate })

/** Requests about who was, is or will be certified, as an auditor asks. */
export const registerRequests = {
  register: {
    read: query({
      permission: 'staff.read', summary: 'Every certification and its state as of a date; a past date from the records as they stood when it ended', input: asOf, problems: [],
      output: z.strictObject({
        /** The time whose records answer; `null`: the records as they stand now. */
        knownAt: instant.nullable(),
        lines: list(z.strictObject({ name: humanName, type: certificationType.nullable(), qualification, state: z.enum(qualificationStates), entered: entered.nullable() })),
      }),
    }),
    visit: query({
      permission: 'staff.read', summary: 'Who was certified to perform a visit on its day; a past one from the records as they stood when it began',
      input: z.strictObject({ id: id<AppointmentId>() }), problems: ['not-found'],
      output: z.strictObject({
        date: plainDate, knownAt: instant.nullable(), performerId: id<PractitionerId>().nullable(),
        /** `null`: what the service required was not on record then, so nothing can be said. */
        people: list(z.strictObject({
          practitionerId: id<PractitionerId>(), name: humanName, by: list(z.strictObject({ typeName: line, number: line, lastDay: plainDate.nullable() })), reasons: list(reason),
        })).nullable(),
      }),
    }),
    history: query({
      permission: 'staff.read', summary: 'Each version of a certification, with when it was entered and by whom; latest first', input: z.strictObject({ id: id<QualificationId>() }), problems: ['not-found'],
      output: z.strictObject({ versions: list(z.strictObject({ ...entered.shape, qualification })) }),
    }),
    csv: query({ permission: 'staff.read', summary: 'The register as of a date as a CSV file, UTF-8', input: asOf, output: z.strictObject({ text: z.string() }), problems: [] }),
    sign: command({
      permission: 'certification.verify', summary: 'Keeps the register as of a date for good, signed off, with the SHA-256 of its CSV file',
      input: z.strictObject({ asOf: plainDate, statement: words }), output: snapshot, problems: [],
    }),
    snapshots: query({ permission: 'staff.read', summary: 'The registers that were signed off, latest first', input: nothing, output: z.strictObject({ snapshots: list(snapshot) }), problems: [] }),
    snapshot: query({
      permission: 'staff.read', summary: 'A signed-off register’s CSV file, and whether it still has the hash that was signed', input: z.strictObject({ id: id<RegisterSnapshotId>() }),
      output: z.strictObject({ text: z.string(), intact: z.boolean() }), problems: ['not-found'],
    }),
  },
} as const
