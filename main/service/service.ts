import { createRouterClient } from '@orpc/server'
import packageFile from '../../package.json' with { type: 'json' }
import { asId, type AccountId } from '../../shared/domain/ids.ts'
import type { Account } from '../../shared/domain/person.ts'
import { createChanges } from './changes.ts'
import { guardedContract } from './guard.ts'
import { absenceHandlers } from './handlers/absence.ts'
import { accountHandlers } from './handlers/account.ts'
import { alertHandlers } from './handlers/alert.ts'
import { appointmentHandlers } from './handlers/appointment.ts'
import { auditHandlers } from './handlers/audit.ts'
import { calendarBehind, calendarHandlers } from './handlers/calendar.ts'
import { cardHandlers } from './handlers/card.ts'
import { certificationTypeHandlers } from './handlers/certificationType.ts'
import { competenceHandlers } from './handlers/competence.ts'
import { evidenceHandlers } from './handlers/evidence.ts'
import { exchangeHandlers } from './handlers/exchange.ts'
import type { Inside } from './handlers/inside.ts'
import { paperHandlers, printJobHandlers } from './handlers/paper.ts'
import { patientHandlers } from './handlers/patient.ts'
import { locationHandlers, practiceHandlers, roomHandlers } from './handlers/practice.ts'
import { practitionerHandlers } from './handlers/practitioner.ts'
import { qualificationHandlers } from './handlers/qualification.ts'
import { ruleHandlers } from './handlers/rule.ts'
import { availabilityHandlers } from './handlers/availability.ts'
import { rotaHandlers } from './handlers/rota.ts'
import { staffingMinimumHandlers } from './handlers/staffingMinimum.ts'
import { registerHandlers } from './handlers/register.ts'
import { scheduleHandlers } from './handlers/schedule.ts'
import { serviceTypeHandlers } from './handlers/serviceType.ts'
import { sessionHandlers } from './handlers/session.ts'
import { shiftExceptionHandlers } from './handlers/shiftException.ts'
import { shiftPatternHandlers } from './handlers/shiftPattern.ts'
import { seriesHandlers } from './handlers/series.ts'
import { sickCallHandlers } from './handlers/sickCall.ts'
import { slotHandlers } from './handlers/slot.ts'
import { staffHandlers } from './handlers/staff.ts'
import { systemHandlers } from './handlers/system.ts'
import { waitingHandlers } from './handlers/waiting.ts'
import { createGuesses } from './guesses.ts'
import { hashPassword, nobodysHash, passwordFault, passwordMatches } from './password.ts'
import type { Ports } from './ports.ts'
import { createPremises } from './premises.ts'
import { createRouter, type Router } from './router.ts'
import { createSessions } from './session.ts'
import { openStoreHouse } from './store/storeHouse.ts'
import type { StoreHouse } from './store/store.ts'

/** The whole product without a screen: doors serve its router. */
export type Service = {
  readonly router: Router
  /** Asks the service from within its own process, on the same way as every door; `session` as given by signing in. */
  readonly client: (session: string | null) => Client
  /** A session for the person at this computer's command line, who holds the data folder and its key: an administrator with no account. */
  readonly operatorSession: () => string
  /** The calendar under a secret address; `null` where there is none, or the practice is not open. */
  readonly calendar: (token: string) => Promise<string | null>
  /** Ends every stream, so that nobody waits for more. */
  readonly endStreams: () => void
  /** Ends every stream and closes the store. */
  readonly stop: () => Promise<void>
}

const clientOf = (router: Router, session: string | null) => createRouterClient(router, { context: { session } })
export type Client = ReturnType<typeof clientOf>

const operator: Account = {
  id: asId<AccountId>('00000000-0000-0000-0000-000000000000'), version: 1, username: '', displayName: 'Command line', role: 'administrator', practitionerId: null, active: true,
}

/**
 * Puts the service together; the store is opened by the first request, or made and filled at once for a made-up practice.
 * `passwordCost` is the power of two of each password's hash, if not the usual one.
 */
export async function createService(ports: Ports, house: StoreHouse, passwordCost?: number): Promise<Service> {
  const sessions = createSessions()
  const changes = createChanges(sessions, ports.now)
  const houses = { own: house, demo: () => openStoreHouse({ ...ports, dataDir: `${ports.dataDir}-demo`, demo: true }) }
  const premises = createPremises(ports, houses, store => {
    store.onCommit((sequence, areas) => {
      if (areas.includes('accounts')) sessions.doubt()
      changes.publish(sequence, areas)
    })
  })
  const begin = (account: Account, proof: string, isOperator: boolean): string =>
    sessions.begin({ id: ports.newId(), account, proof, operator: isOperator, doubted: false }, ports.now())
  const inside: Inside = {
    version: packageFile.version,
    keyStore: ports.keyStore !== null,
    premises,
    desks: { follow: changes.follow, count: changes.desks },
    sessions: { begin: (account, proof) => begin(account, proof, false), end: sessions.end, endOf: sessions.endOf },
    passwords: {
      hash: password => hashPassword(password, passwordCost),
      matches: (password, hash) => passwordMatches(password, hash ?? nobodysHash(passwordCost)),
      fault: passwordFault,
    },
    guesses: createGuesses(ports.now),
  }
  const router = createRouter(guardedContract({ ports, premises, sessions }), {
    system: systemHandlers(inside), session: sessionHandlers(inside), account: accountHandlers(inside),
    practice: practiceHandlers, location: locationHandlers, room: roomHandlers, staff: staffHandlers, practitioner: practitionerHandlers,
    competence: competenceHandlers, certificationType: certificationTypeHandlers, qualification: qualificationHandlers,
    shiftPattern: shiftPatternHandlers, shiftException: shiftExceptionHandlers, absence: absenceHandlers, sickCall: sickCallHandlers, waiting: waitingHandlers, rota: rotaHandlers, availability: availabilityHandlers, staffingMinimum: staffingMinimumHandlers, serviceType: serviceTypeHandlers,
    patient: patientHandlers, schedule: scheduleHandlers, slot: slotHandlers, series: seriesHandlers, appointment: appointmentHandlers, card: cardHandlers,
    paper: paperHandlers, printJob: printJobHandlers, exchange: exchangeHandlers, register: registerHandlers, evidence: evidenceHandlers, audit: auditHandlers, rule: ruleHandlers, alert: alertHandlers, calendar: calendarHandlers,
  })
  if (ports.demo) await premises.store()

  return {
    router,
    client: session => clientOf(router, session),
    operatorSession: () => begin(operator, '', true),
    calendar: async token => {
      const store = await premises.store()
      return store === null ? null : calendarBehind(store, token, store.now())
    },
    endStreams: changes.stop,
    stop: async () => {
      changes.stop()
      await premises.close()
    },
  }
}
