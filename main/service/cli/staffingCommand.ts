import type { Location } from '../../../shared/domain/practice.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import type { Interval, PlainDate, WallDateTime } from '../../../shared/domain/time/values.ts'
import { dayNumber } from '../../../shared/domain/time/plainDate.ts'
import { dateOf as dayOf, timeOf, wallAt } from '../../../shared/domain/time/wallClock.ts'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { wallWordsWithYear } from '../../../shared/text/en/dates.ts'
import { staffingSentence } from '../../../shared/text/staffing.ts'
import { folded } from '../exchange/fields.ts'
import type { Client } from '../service.ts'
import { ask, withDesk } from './openDesk.ts'
import { dateOf, type Register, register, staffingNamesOf } from './register.ts'
import { runSlots } from './slotsCommand.ts'
import { CommandEnd, ended, practiceOptions, practiceOptionsHelp, readOptions } from './options.ts'

const usage = `injection-desk staffing --data DIR --from DATE --to DATE [--location NAME] [options]
injection-desk staffing slots --data DIR --service NAME [options]     (free places: see staffing slots --help)

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
  "fragile": [{ "location", "service", "practitioner", "start", "end", "zone" }],
  "days": [{ "date", "location", "service", "state", "gapMinutes", "visits", "uncovered", "hangsOn": [{ "practitioner", "certification", "lastDay" }] }]
}
"start" and "end" are wall times of the location, as 2026-12-08T10:20; "state" is covered, assignable, uncovered,
against-rule or cannot-verify; "fragile" of a visit is true when one absence or one expiry would uncover it; "fragile" of "counts" counts those.
"days" is the strip: its "state" is closed, safe, fragile, gap or flagged; "hangsOn" names whose absence would undo a day, and
that person's certification that ends first ("lastDay" is null where none ends).
`

const options = { ...practiceOptions, from: { type: 'string' }, to: { type: 'string' }, location: { type: 'string' } } as const

type Found = Awaited<ReturnType<Client['staff']['staffing']>>
type Strip = { readonly location: Location; readonly days: Awaited<ReturnType<Client['schedule']['strip']>> }

/** The answer as one document; its shape is told by --help and does not change. */
function documentOf(from: PlainDate, to: PlainDate, known: Register, found: Found, strips: readonly Strip[]) {
  const starts = new Map(found.verdicts.map(entry => [entry.appointmentId, entry.start]))
  const names = staffingNamesOf(known, starts)
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
    days: strips.flatMap(({ location, days }) => days.flatMap(({ date, services }) => services.map(cell => ({
      date, location: location.name, service: service(cell.serviceTypeId), state: cell.state, gapMinutes: cell.gapMinutes, visits: cell.visits, uncovered: cell.flagged,
      hangsOn: cell.hangsOn.map(({ practitionerId, expiring }) => ({
        practitioner: names.person(practitionerId), lastDay: expiring?.lastDay ?? null,
        certification: known.certificationTypes.find(type => type.id === expiring?.certificationTypeId)?.name ?? null,
      })),
    })))),
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
export const run = (args: readonly string[]): Promise<number> => (args[0] === 'slots' ? runSlots(args.slice(1)) : ended('staffing', async () => {
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
    const found = await ask(client.staff.staffing({ from, through: to, locationId: location?.id ?? null }))
    const strips: Strip[] = []
    for (const each of asked.json ? known.locations.filter(other => location === null || other.id === location.id) : []) {
      strips.push({ location: each, days: await ask(client.schedule.strip({ locationId: each.id, from, days: dayNumber(to) - dayNumber(from) + 1 })) })
    }
    return documentOf(from, to, known, found, strips)
  })
  process.stdout.write(asked.json ? `${JSON.stringify(document)}\n` : `${sentencesOf(document).join('\n')}\n`)
  return 0
}))
