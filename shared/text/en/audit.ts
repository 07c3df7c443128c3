const actions: Readonly<Record<string, string>> = {
  'system.create': 'set the practice up',
  'system.unlock': 'opened the practice',
  'system.setPassphrase': 'set a passphrase',
  'session.signIn': 'signed in',
  'session.signOut': 'signed out',
  'account.list': 'listed the accounts',
  'account.record': 'added an account',
  'account.amend': 'changed an account',
  'account.setPassword': 'set a new password',
  'practice.amend': 'changed the practice',
  'location.record': 'added a location',
  'location.amend': 'changed a location',
  'room.record': 'added a room',
  'room.amend': 'changed a room',
  'practitioner.record': 'added a staff member',
  'practitioner.amend': 'changed a staff member',
  'competence.record': 'added a competence',
  'certificationType.record': 'added a certification type',
  'certificationType.amend': 'changed a certification type',
  'qualification.record': 'recorded a certification',
  'qualification.amend': 'amended a certification',
  'qualification.renew': 'recorded a renewal',
  'register.sign': 'signed the register off',
  'qualification.verify': 'verified a certification',
  'evidence.attach': 'attached a file to a certification',
  'evidence.open': 'opened a file of a certification',
  'evidence.withdraw': 'withdrew a file of a certification',
  'exchange.importStaff': 'imported a staff list',
  'shiftPattern.record': 'added a weekly shift',
  'shiftPattern.amend': 'changed a weekly shift',
  'shiftPattern.remove': 'took a weekly shift away',
  'shiftException.record': 'recorded a single day',
  'shiftException.remove': 'took a single day back',
  'absence.record': 'recorded an absence',
  'absence.amend': 'changed an absence',
  'absence.remove': 'took an absence back',
  'sickCall.apply': 'answered a sick call',
  'sickCall.undo': 'took the answer to a sick call back',
  'sickCall.tick': 'noted whom was told of a sick call',
  'waiting.record': 'put a patient on the waiting list',
  'waiting.amend': 'changed an entry of the waiting list',
  'waiting.withdraw': 'took a patient off the waiting list',
  'waiting.offer': 'offered a free place',
  'waiting.decline': 'noted that an offer was declined',
  'waiting.accept': 'booked a place that was offered',
  'waiting.takeBack': 'took an accepted offer back',
  'rota.paint': 'painted the rota',
  'rota.takeBack': 'took a change of the rota back',
  'availability.record': 'recorded when somebody could work',
  'availability.amend': 'changed when somebody could work',
  'availability.remove': 'forgot when somebody could work',
  'staffingMinimum.record': 'added a minimum of people',
  'staffingMinimum.amend': 'changed a minimum of people',
  'staffingMinimum.remove': 'took a minimum of people away',
  'serviceType.record': 'added a service',
  'serviceType.amend': 'changed a service',
  'serviceType.setStatus': 'changed a service’s state',
  'rule.record': 'drafted a rule',
  'rule.amend': 'changed a draft of a rule',
  'rule.revise': 'drafted the next version of a rule',
  'rule.approve': 'approved a rule',
  'rule.retire': 'retired a rule or set a draft aside',
  'patient.find': 'looked for patients',
  'patient.read': 'looked at a patient',
  'patient.record': 'registered a patient',
  'patient.amend': 'amended a patient',
  'appointment.read': 'looked at a visit',
  'appointment.book': 'booked a visit',
  'series.book': 'booked a series of visits',
  'series.cancelRest': 'cancelled the rest of a series',
  'series.undo': 'took a change of a series back',
  'appointment.move': 'moved a visit',
  'appointment.cancel': 'cancelled a visit',
  'appointment.mark': 'changed a visit’s state',
  'appointment.undo': 'took a visit’s last change back',
  'appointment.withdrawOverride': 'withdrew an override',
  'appointment.overrides': 'looked at the standing overrides',
  'card.read': 'looked at a card',
  'paper.printed': 'printed or saved paper',
  'paper.amendDesign': 'changed how cards look',
  'paper.amendPrinting': 'changed printers or papers',
  'printJob.keep': 'kept a job that was not printed',
  'printJob.settle': 'took a kept print job off the list',
  'exchange.previewCsv': 'looked through an import',
  'exchange.importCsv': 'imported a file',
  'alert.collect': 'gave alerts that were due',
  'alert.acknowledge': 'put alerts away',
  'alert.setDays': 'changed when alerts are given',
  'calendar.open': 'made an address for a calendar',
  'calendar.revoke': 'closed an address for a calendar',
  'audit.list': 'read the audit trail',
  'schedule.read': 'looked at the schedule',
}

/** What was done, in words; an action without words keeps its own name. */
export const auditActionWords = (action: string): string => actions[action] ?? action

type Fields = Readonly<Record<string, unknown>>
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail)
  } catch {
    return null
  }
}

/** "cardPreference" becomes "card preference". */
const fieldWords = (key: string): string =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/ Id$/, '')
    .toLowerCase()

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/, '$1 $2')
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(valueWords).join('; ')
  if (isFields(value))
    return Object.entries(value)
      .filter(shown)
      .map(([key, inner]) => `${fieldWords(key)} ${valueWords(inner)}`)
      .join(', ')
  return typeof value === 'number' ? String(value) : ''
}

/** Ids mean nothing to a reader, and the version is told by the row itself. */
function shown([key, value]: readonly [string, unknown]): boolean {
  return key !== 'id' && key !== 'version' && !(typeof value === 'string' && uuid.test(value))
}

/** What an audit event changed, field by field, in the order in which it was recorded; empty when it has nothing to tell. */
export function auditDetailWords(detail: string): readonly string[] {
  const told = parsed(detail)
  if (!isFields(told)) return []
  const { before, after, ...rest } = told
  const others = Object.entries(rest)
    .filter(shown)
    .map(([key, value]) => `${fieldWords(key)}: ${valueWords(value)}`)
  if (!isFields(after))
    return [
      ...others,
      ...(isFields(before)
        ? Object.entries(before)
            .filter(shown)
            .map(([key, value]) => `${fieldWords(key)}: ${valueWords(value)}`)
        : []),
    ]
  const was = isFields(before) ? before : null
  const changed = Object.entries(after)
    .filter(shown)
    .filter(([key, value]) => was === null || JSON.stringify(was[key]) !== JSON.stringify(value))
  return [
    ...others,
    ...changed.map(
      ([key, value]) => `${fieldWords(key)}: ${was === null ? '' : `${valueWords(was[key])} → `}${valueWords(value)}`,
    ),
  ]
}
