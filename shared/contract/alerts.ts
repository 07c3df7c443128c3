import { z } from 'zod'
import type { AlertDays } from '../domain/alert.ts'
import type { AlertNews } from '../domain/alertNews.ts'
import type { AlertId, CertificationTypeId, PractitionerId, QualificationId } from '../domain/ids.ts'
import { id, list, plainDate, type Schema } from './scalars.ts'

/** From two years ahead to the last day itself. */
export const daysBefore = list(z.int().min(0).max(730), 20)

export const alertNews: Schema<AlertNews> = z.strictObject({
  qualificationId: id<QualificationId>(), practitionerId: id<PractitionerId>(), certificationTypeId: id<CertificationTypeId>(),
  kind: z.enum(['certification', 'verification']), ends: plainDate, alertIds: list(id<AlertId>()), days: z.int(), visits: z.int(),
})

export const alertDays: Schema<AlertDays> = z.strictObject({ id: id<CertificationTypeId>(), version: z.int().min(0), days: daysBefore })
