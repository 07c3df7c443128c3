import type { CertificationType } from '../../../shared/domain/certification.ts'
import type { Practitioner } from '../../../shared/domain/person.ts'
import type { Location } from '../../../shared/domain/practice.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import type { Interval, PlainDate, WallDateTime } from '../../../shared/domain/time/values.ts'
import { parsePlainDate } from '../../../shared/domain/time/plainDate.ts'
import { dateOf as dayOf, timeOf, wallAt } from '../../../shared/domain/time/wallClock.ts'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { wallWordsWithYear } from '../../../shared/text/en/dates.ts'
import { fullName } from '../../../shared/text/en/names.ts'
import { type StaffingNames, staffingSentence } from '../../../shared/text/staffing.ts'
import { folded } from '../exchange/fields.ts'
import type { Client } from '../service.ts'
import { ask, withDesk } from './openDesk.ts'
import { CommandEnd, ended, practiceOptions, practiceOptionsHelp, readOptions } from './options.ts'

const usage = `injection-desk staffing --data DIR --from DATE --to DATE [--location NAME] [options]

Says for which visits nobody certified is on shift, and in which opening hours nobody certified is there.

  --from DATE             first day, as 2026-12-08
  --to DATE               last day; both count, at most 53 weeks
  --location NAME         one location only
${practiceOptionsHelp}
With --json: {
  "from", "to",
  "counts": { "covered", "fragile", "assignable", "uncovered", "cannot-verify", "gaps" },
  "visits": [{ "appointmentId", "start", "zone", "location", "service", "performer", "state", "fragile", "sentence" }],
  "gaps": [{ "location", "service", "start", "end", "zone" }],
  "fragile": [{ "location", "service", "practitioner", "start", "end", "zone" }]
}
"start" and "end" are wall times of the location, as 2026-12-08T10:20; "state" is covered, assignable, uncovered,
against-rule or cannot-verify; "fragile" of a visit is true when one absence or one expiry would uncover it; "fragile" of "counts" counts those.
`

const options = { ...practiceOptions, from: { type: 'string' }, to: { type: 'string' }, location: { type: 'string' } } as const

function dateOf(text: string | undefined, option: string): PlainDate {
  const date = text === undefined ? null : parsePlainDate(text)
  if (date === null) throw new CommandEnd(commandLineText.badDate(option), 2)
  return date
}

type Register = {
  readonly locations: readonly Location[]
  readonly serviceTypes: readonly ServiceType[]
  readonly practitioners: readonly Practitioner[]
  readonly competences: readonly { readonly code: CertificationType['competences'][number]; readonly label: string }[]
  readonly today: PlainDate
}
type Found = Awaited<ReturnType<Client['staff']['staffing']>>

async function register(client: Client): Promise<Register> {
  const [practice, serviceTypes, staff] = [await ask(client.practice.read({})), await ask(client.serviceType.list({})), await ask(client.staff.read({}))]
  return { locations: practice.locations, serviceTypes, practitioners: staff.practitioners, competences: staff.competences, today: staff.today }
}

function namesOf(known: Register, found: Found): StaffingNames {
  const starts = new Map(found.verdicts.map(entry => [entry.appointmentId, entry.start]))
  return {
    person: id => fullName(known.practitioners.find(person => person.id === id)?.name ?? { given: '', family: id }),
    competence: code => known.competences.find(competence => competence.code === code)?.label ?? code,
    visitTime: id => {
      const start = starts.get(id)
      return start === undefined ? null : timeOf(start)
    },
    today: known.today,
  }
}

/** The answer as one document; its shape is told by --help and does not change. */
function documentOf(from: PlainDate, to: PlainDate, known: Register, found: Found) {
  const names = namesOf(known, found)
  const place = (id: Location['id']) => known.locations.find(location => location.id === id)
  const service = (id: ServiceType['id']): string => known.serviceTypes.find(type => type.id === id)?.name ?? ''
  const stretch = ({ locationId, serviceTypeId, interval }: { readonly locationId: Location['id']; readonly serviceTypeId: ServiceType['id']; readonly interval: Interval }) => {
    const location = place(locationId)
    const wall = (at: Interval['start']): WallDateTime | null => (location === undefined ? null : wallAt(at, location.zone))
    return { location: location?.name ?? '', service: service(serviceTypeId), start: wall(interval.start), end: wall(interval.end), zone: location?.zone ?? null }
  }
  const visits = found.verdicts.map(({ appointmentId, start, locationId, serviceTypeId, performerId, verdict }) => ({
    appointmentId, start, zone: place(locationId)?.zone ?? null, location: place(locationId)?.name ?? '', service: service(serviceTypeId), performer: performerId === null ? null : names.person(performerId), state: verdict.state,
    fragile: verdict.state === 'covered' && verdict.fragile !== null, sentence: staffingSentence(verdict, { start, performerId }, names),
  }))
  const count = (state: string): number => visits.filter(visit => visit.state === state).length
  return {
    from, to,
    counts: {
      covered: count('covered'), fragile: visits.filter(visit => visit.fragile).length, assignable: count('assignable'), uncovered: count('uncovered'),
      'against-rule': count('against-rule'), 'cannot-verify': count('cannot-verify'), gaps: found.gaps.length,
    },
    visits, gaps: found.gaps.map(stretch), fragile: found.fragile.map(entry => ({ ...stretch(entry), practitioner: names.person(entry.practitionerId) })),
  }
}
type Document = ReturnType<typeof documentOf>

function sentencesOf(document: Document): readonly string[] {
  const flagged = document.visits.filter(visit => visit.state === 'uncovered' || visit.state === 'against-rule' || visit.state === 'cannot-verify')
  const toAssign = document.visits.filter(visit => visit.state === 'assignable')
  const visitLine = (visit: Document['visits'][number]): string => `  ${wallWordsWithYear(visit.start)}  ${visit.location}  ${visit.service}: ${visit.sentence}`
  const when = (gap: Document['gaps'][number]): string => (gap.start === null || gap.end === null
    ? ''
    : `${wallWordsWithYear(gap.start)}–${dayOf(gap.start) === dayOf(gap.end) ? timeOf(gap.end) : wallWordsWithYear(gap.end)}`)
  return [
    commandLineText.period(document.from, document.to),
    ...(flagged.length === 0 ? [] : [commandLineText.flagged(flagged.length), ...flagged.map(visitLine)]),
    ...(toAssign.length === 0 ? [] : [commandLineText.toAssign(toAssign.length), ...toAssign.map(visitLine)]),
    ...(flagged.length + toAssign.length === 0 ? [commandLineText.allStaffed] : []),
    ...(document.gaps.length === 0 ? [commandLineText.noGaps] : [commandLineText.gaps(document.gaps.length), ...document.gaps.map(gap => commandLineText.gap(when(gap), gap.location, gap.service))]),
    ...(document.fragile.length === 0 ? [] : [commandLineText.fragile(document.fragile.length)]),
  ]
}

/** `injection-desk staffing`; answers with the exit code. */
export const run = (args: readonly string[]): Promise<number> => ended('staffing', async () => {
  const asked = readOptions(args, options)
  if (asked.help) {
    process.stdout.write(usage)
    return 0
  }
  const from = dateOf(asked.from, '--from')
  const to = dateOf(asked.to, '--to')
  const document = await withDesk(asked, async client => {
    const known = await register(client)
    const location = asked.location === undefined ? null : known.locations.find(other => folded(other.name) === folded(asked.location ?? ''))
    if (location === undefined) throw new CommandEnd(commandLineText.noSuchLocation(asked.location ?? ''))
    return documentOf(from, to, known, await ask(client.staff.staffing({ from, through: to, locationId: location?.id ?? null })))
  })
  process.stdout.write(asked.json ? `${JSON.stringify(document)}\n` : `${sentencesOf(document).join('\n')}\n`)
  return 0
})
