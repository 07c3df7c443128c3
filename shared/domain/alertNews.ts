import { type Alert, endingKey, type Ending } from './alert.ts'
import type { Stake } from './atStake.ts'
import type { AlertId } from './ids.ts'
import type { Account } from './person.ts'
import { compareDates } from './time/plainDate.ts'

/** All alerts about one end as one piece of news, with the visits that hang on it. */
export type AlertNews = Ending & {
  readonly alertIds: readonly AlertId[]
  /** The nearest threshold that was given. */
  readonly days: number
  readonly visits: number
}

const leadRoles: readonly Account['role'][] = ['clinical-lead']

/** Whom an alert is for: the holder, and whoever leads the clinic. */
export const concerns = (account: Pick<Account, 'role' | 'practitionerId'>, ending: Pick<Ending, 'practitionerId'>): boolean =>
  leadRoles.includes(account.role) || (account.practitionerId !== null && account.practitionerId === ending.practitionerId)

/** What was told about ends that still stand: those with most visits at stake first, then those that end first. */
export function alertNews(given: readonly Alert[], endings: readonly Ending[], stakes: readonly Stake[]): readonly AlertNews[] {
  const byEnding = Map.groupBy(given, endingKey)
  const visits = new Map(stakes.map(stake => [`${stake.practitionerId} ${stake.certificationTypeId ?? ''}`, stake.visits]))
  return endings.flatMap(ending => {
    const alerts = byEnding.get(endingKey(ending)) ?? []
    if (alerts.length === 0) return []
    return [{
      ...ending, alertIds: alerts.map(alert => alert.id), days: Math.min(...alerts.map(alert => alert.days)),
      visits: visits.get(`${ending.practitionerId} ${ending.certificationTypeId}`) ?? 0,
    }]
  }).sort((a, b) => b.visits - a.visits || compareDates(a.ends, b.ends) || (a.qualificationId < b.qualificationId ? -1 : 1))
}
