import { alertRequests } from './requests/alerts.ts'
import { auditRequests } from './requests/audit.ts'
import { cardsRequests } from './requests/cards.ts'
import { evidenceRequests } from './requests/evidence.ts'
import { exchangeRequests } from './requests/exchange.ts'
import { patientsRequests } from './requests/patients.ts'
import { practiceRequests } from './requests/practice.ts'
import { premisesRequests } from './requests/premises.ts'
import { rulesRequests } from './requests/rules.ts'
import { rotaRequests } from './requests/rota.ts'
import { registerRequests } from './requests/register.ts'
import { scheduleRequests } from './requests/schedule.ts'
import { seriesRequests } from './requests/series.ts'
import { sickCallsRequests } from './requests/sickCalls.ts'
import { shiftsRequests } from './requests/shifts.ts'
import { waitingRequests } from './requests/waiting.ts'
import { staffRequests } from './requests/staff.ts'

/** Every request that the service answers: what it takes, what it gives, how it refuses, and the permission it needs. */
export const contract = {
  ...premisesRequests,
  ...practiceRequests,
  ...staffRequests,
  ...shiftsRequests,
  ...sickCallsRequests,
  ...waitingRequests,
  ...rotaRequests,
  ...patientsRequests,
  ...scheduleRequests,
  ...seriesRequests,
  ...cardsRequests,
  ...exchangeRequests,
  ...registerRequests,
  ...evidenceRequests,
  ...auditRequests,
  ...rulesRequests,
  ...alertRequests,
} as const

export type Contract = typeof contract
