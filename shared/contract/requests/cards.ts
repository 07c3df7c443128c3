import { z } from 'zod'
import type { AppointmentId } from '../../domain/ids.ts'
import { appointmentCard, cardTemplate } from '../card.ts'
import { command, query } from '../define.ts'
import { id, nothing } from '../scalars.ts'

/** Requests about appointment cards. */
export const cardsRequests = {
  card: {
    read: query({ permission: 'card.print', summary: 'What the appointment card of a visit says', input: z.strictObject({ id: id<AppointmentId>() }), output: appointmentCard, problems: ['not-found'] }),
    printed: command({
      permission: 'card.print', summary: 'Notes that a card was printed or saved: by whom and on which stock, never its content',
      input: z.strictObject({ id: id<AppointmentId>(), template: cardTemplate, how: z.enum(['printed', 'saved']) }), output: nothing, problems: ['not-found'],
    }),
  },
} as const
