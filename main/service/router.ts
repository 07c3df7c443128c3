import type { Problem } from '../../shared/domain/problem.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Admitted, Guarded } from './guard.ts'
import type { Handlers, OpeningContext, RequestContext } from './handlers/types.ts'
import { Refusal } from './refusal.ts'

type Answering<I, O, C> = (input: I, context: C) => Promise<Result<O, Problem>>
type Asked<I> = { readonly input: I; readonly context: Admitted }

function answerOf<O>(result: Result<O, Problem>): O {
  if (result.ok) return result.value
  throw new Refusal(result.problem)
}

/** Runs before anybody is signed in, too. */
const anyone = <I, O>(handler: Answering<I, O, OpeningContext>) =>
  async ({ input, context: { request } }: Asked<I>): Promise<O> => answerOf(await handler(input, request))

/** Needs an open store and somebody signed in; the guard saw to both, and without them nothing runs. */
const signedIn = <I, O>(handler: Answering<I, O, RequestContext>) => async ({ input, context: { request } }: Asked<I>): Promise<O> => {
  const { store, account, sessionId } = request
  if (store === null || account === null || sessionId === null) throw new Refusal({ code: 'not-signed-in' })
  return answerOf(await handler(input, { ...request, store, account, sessionId }))
}

/** Joins each request of the contract to its handler; one that is missing does not compile. */
export function createRouter(os: Guarded, by: Handlers) {
  return os.router({
    system: {
      status: os.system.status.handler(anyone(by.system.status)),
      create: os.system.create.handler(anyone(by.system.create)),
      tryDemo: os.system.tryDemo.handler(anyone(by.system.tryDemo)),
      unlock: os.system.unlock.handler(anyone(by.system.unlock)),
      setPassphrase: os.system.setPassphrase.handler(anyone(by.system.setPassphrase)),
      desk: os.system.desk.handler(anyone(by.system.desk)),
      changes: os.system.changes.handler(anyone(by.system.changes)),
    },
    session: {
      signIn: os.session.signIn.handler(anyone(by.session.signIn)),
      signOut: os.session.signOut.handler(anyone(by.session.signOut)),
      current: os.session.current.handler(anyone(by.session.current)),
    },
    account: {
      list: os.account.list.handler(signedIn(by.account.list)),
      record: os.account.record.handler(signedIn(by.account.record)),
      amend: os.account.amend.handler(signedIn(by.account.amend)),
      setPassword: os.account.setPassword.handler(signedIn(by.account.setPassword)),
    },
    practice: {
      read: os.practice.read.handler(signedIn(by.practice.read)),
      amend: os.practice.amend.handler(signedIn(by.practice.amend)),
    },
    location: {
      record: os.location.record.handler(signedIn(by.location.record)),
      amend: os.location.amend.handler(signedIn(by.location.amend)),
    },
    room: {
      record: os.room.record.handler(signedIn(by.room.record)),
      amend: os.room.amend.handler(signedIn(by.room.amend)),
    },
    staff: {
      read: os.staff.read.handler(signedIn(by.staff.read)),
      staffing: os.staff.staffing.handler(signedIn(by.staff.staffing)),
      whatEnds: os.staff.whatEnds.handler(signedIn(by.staff.whatEnds)),
    },
    practitioner: {
      record: os.practitioner.record.handler(signedIn(by.practitioner.record)),
      amend: os.practitioner.amend.handler(signedIn(by.practitioner.amend)),
    },
    competence: { record: os.competence.record.handler(signedIn(by.competence.record)) },
    certificationType: {
      record: os.certificationType.record.handler(signedIn(by.certificationType.record)),
      amend: os.certificationType.amend.handler(signedIn(by.certificationType.amend)),
    },
    qualification: {
      record: os.qualification.record.handler(signedIn(by.qualification.record)),
      amend: os.qualification.amend.handler(signedIn(by.qualification.amend)),
      renew: os.qualification.renew.handler(signedIn(by.qualification.renew)),
      verify: os.qualification.verify.handler(signedIn(by.qualification.verify)),
    },
    shiftPattern: {
      record: os.shiftPattern.record.handler(signedIn(by.shiftPattern.record)),
      amend: os.shiftPattern.amend.handler(signedIn(by.shiftPattern.amend)),
      remove: os.shiftPattern.remove.handler(signedIn(by.shiftPattern.remove)),
    },
    shiftException: {
      record: os.shiftException.record.handler(signedIn(by.shiftException.record)),
      remove: os.shiftException.remove.handler(signedIn(by.shiftException.remove)),
    },
    absence: {
      record: os.absence.record.handler(signedIn(by.absence.record)),
      amend: os.absence.amend.handler(signedIn(by.absence.amend)),
      remove: os.absence.remove.handler(signedIn(by.absence.remove)),
    },
    sickCall: {
      look: os.sickCall.look.handler(signedIn(by.sickCall.look)),
      plan: os.sickCall.plan.handler(signedIn(by.sickCall.plan)),
      apply: os.sickCall.apply.handler(signedIn(by.sickCall.apply)),
      undo: os.sickCall.undo.handler(signedIn(by.sickCall.undo)),
      list: os.sickCall.list.handler(signedIn(by.sickCall.list)),
      read: os.sickCall.read.handler(signedIn(by.sickCall.read)),
      tick: os.sickCall.tick.handler(signedIn(by.sickCall.tick)),
    },
    waiting: {
      list: os.waiting.list.handler(signedIn(by.waiting.list)),
      record: os.waiting.record.handler(signedIn(by.waiting.record)),
      amend: os.waiting.amend.handler(signedIn(by.waiting.amend)),
      withdraw: os.waiting.withdraw.handler(signedIn(by.waiting.withdraw)),
      match: os.waiting.match.handler(signedIn(by.waiting.match)),
      freed: os.waiting.freed.handler(signedIn(by.waiting.freed)),
      offer: os.waiting.offer.handler(signedIn(by.waiting.offer)),
      decline: os.waiting.decline.handler(signedIn(by.waiting.decline)),
      accept: os.waiting.accept.handler(signedIn(by.waiting.accept)),
      takeBack: os.waiting.takeBack.handler(signedIn(by.waiting.takeBack)),
    },
    rota: {
      read: os.rota.read.handler(signedIn(by.rota.read)),
      unmet: os.rota.unmet.handler(signedIn(by.rota.unmet)),
      suggest: os.rota.suggest.handler(signedIn(by.rota.suggest)),
      paint: os.rota.paint.handler(signedIn(by.rota.paint)),
      takeBack: os.rota.takeBack.handler(signedIn(by.rota.takeBack)),
    },
    availability: {
      list: os.availability.list.handler(signedIn(by.availability.list)),
      record: os.availability.record.handler(signedIn(by.availability.record)),
      amend: os.availability.amend.handler(signedIn(by.availability.amend)),
      remove: os.availability.remove.handler(signedIn(by.availability.remove)),
    },
    staffingMinimum: {
      record: os.staffingMinimum.record.handler(signedIn(by.staffingMinimum.record)),
      amend: os.staffingMinimum.amend.handler(signedIn(by.staffingMinimum.amend)),
      remove: os.staffingMinimum.remove.handler(signedIn(by.staffingMinimum.remove)),
    },
    serviceType: {
      list: os.serviceType.list.handler(signedIn(by.serviceType.list)),
      record: os.serviceType.record.handler(signedIn(by.serviceType.record)),
      amend: os.serviceType.amend.handler(signedIn(by.serviceType.amend)),
      setStatus: os.serviceType.setStatus.handler(signedIn(by.serviceType.setStatus)),
    },
    patient: {
      find: os.patient.find.handler(signedIn(by.patient.find)),
      read: os.patient.read.handler(signedIn(by.patient.read)),
      record: os.patient.record.handler(signedIn(by.patient.record)),
      amend: os.patient.amend.handler(signedIn(by.patient.amend)),
    },
    schedule: {
      read: os.schedule.read.handler(signedIn(by.schedule.read)),
      strip: os.schedule.strip.handler(signedIn(by.schedule.strip)),
    },
    slot: {
      find: os.slot.find.handler(signedIn(by.slot.find)),
      assess: os.slot.assess.handler(signedIn(by.slot.assess)),
    },
    appointment: {
      read: os.appointment.read.handler(signedIn(by.appointment.read)),
      book: os.appointment.book.handler(signedIn(by.appointment.book)),
      move: os.appointment.move.handler(signedIn(by.appointment.move)),
      cancel: os.appointment.cancel.handler(signedIn(by.appointment.cancel)),
      mark: os.appointment.mark.handler(signedIn(by.appointment.mark)),
      overrides: os.appointment.overrides.handler(signedIn(by.appointment.overrides)),
      withdrawOverride: os.appointment.withdrawOverride.handler(signedIn(by.appointment.withdrawOverride)),
      undo: os.appointment.undo.handler(signedIn(by.appointment.undo)),
    },
    series: {
      plan: os.series.plan.handler(signedIn(by.series.plan)),
      book: os.series.book.handler(signedIn(by.series.book)),
      read: os.series.read.handler(signedIn(by.series.read)),
      cancelRest: os.series.cancelRest.handler(signedIn(by.series.cancelRest)),
      undo: os.series.undo.handler(signedIn(by.series.undo)),
    },
    card: {
      read: os.card.read.handler(signedIn(by.card.read)),
      batch: os.card.batch.handler(signedIn(by.card.batch)),
      ofDays: os.card.ofDays.handler(signedIn(by.card.ofDays)),
    },
    paper: {
      settings: os.paper.settings.handler(signedIn(by.paper.settings)),
      amendDesign: os.paper.amendDesign.handler(signedIn(by.paper.amendDesign)),
      amendPrinting: os.paper.amendPrinting.handler(signedIn(by.paper.amendPrinting)),
      printed: os.paper.printed.handler(signedIn(by.paper.printed)),
      callList: os.paper.callList.handler(signedIn(by.paper.callList)),
    },
    printJob: {
      list: os.printJob.list.handler(signedIn(by.printJob.list)),
      keep: os.printJob.keep.handler(signedIn(by.printJob.keep)),
      settle: os.printJob.settle.handler(signedIn(by.printJob.settle)),
    },
    exchange: {
      previewCsv: os.exchange.previewCsv.handler(signedIn(by.exchange.previewCsv)),
      importCsv: os.exchange.importCsv.handler(signedIn(by.exchange.importCsv)),
      previewStaff: os.exchange.previewStaff.handler(signedIn(by.exchange.previewStaff)),
      importStaff: os.exchange.importStaff.handler(signedIn(by.exchange.importStaff)),
    },
    evidence: {
      list: os.evidence.list.handler(signedIn(by.evidence.list)),
      attach: os.evidence.attach.handler(signedIn(by.evidence.attach)),
      open: os.evidence.open.handler(signedIn(by.evidence.open)),
      withdraw: os.evidence.withdraw.handler(signedIn(by.evidence.withdraw)),
    },
    rule: {
      list: os.rule.list.handler(signedIn(by.rule.list)),
      record: os.rule.record.handler(signedIn(by.rule.record)),
      amend: os.rule.amend.handler(signedIn(by.rule.amend)),
      revise: os.rule.revise.handler(signedIn(by.rule.revise)),
      approve: os.rule.approve.handler(signedIn(by.rule.approve)),
      retire: os.rule.retire.handler(signedIn(by.rule.retire)),
    },
    register: {
      read: os.register.read.handler(signedIn(by.register.read)),
      visit: os.register.visit.handler(signedIn(by.register.visit)),
      history: os.register.history.handler(signedIn(by.register.history)),
      csv: os.register.csv.handler(signedIn(by.register.csv)),
      sign: os.register.sign.handler(signedIn(by.register.sign)),
      snapshots: os.register.snapshots.handler(signedIn(by.register.snapshots)),
      snapshot: os.register.snapshot.handler(signedIn(by.register.snapshot)),
    },
    alert: {
      collect: os.alert.collect.handler(signedIn(by.alert.collect)),
      acknowledge: os.alert.acknowledge.handler(signedIn(by.alert.acknowledge)),
      list: os.alert.list.handler(signedIn(by.alert.list)),
      setDays: os.alert.setDays.handler(signedIn(by.alert.setDays)),
    },
    calendar: {
      read: os.calendar.read.handler(signedIn(by.calendar.read)),
      open: os.calendar.open.handler(signedIn(by.calendar.open)),
      revoke: os.calendar.revoke.handler(signedIn(by.calendar.revoke)),
    },
    audit: { list: os.audit.list.handler(signedIn(by.audit.list)) },
  })
}

/** Everything that a door may serve. */
export type Router = ReturnType<typeof createRouter>
