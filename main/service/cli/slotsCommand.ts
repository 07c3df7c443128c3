import { noConstraints } from '../../../shared/domain/slotConstraints.ts'
import type { Companion } from '../../../shared/domain/staffing/types.ts'
import type { Weekday } from '../../../shared/domain/time/values.ts'
import { commandLineText } from '../../../shared/text/en/commandLine.ts'
import { wallWordsWithYear, weekdays, weekdayWord } from '../../../shared/text/en/dates.ts'
import { closedSlotSentence } from '../../../shared/text/staffing.ts'
import { folded } from '../exchange/fields.ts'
import type { Client } from '../service.ts'
import { ask, withDesk } from './openDesk.ts'
import { CommandEnd, ended, practiceOptions, practiceOptionsHelp, readOptions } from './options.ts'
import { dateOf, register, type Register, staffingNamesOf } from './register.ts'

const usage = `injection-desk staffing slots --data DIR --service NAME [options]

Finds the earliest free places for a service, each with somebody who may perform it then.

  --service NAME          what for
  --location NAME         where; not needed where there is one location only
  --limit N               how many, 1 to 100; 10 if not given
  --from DATE             not before this day; today if not given
  --days N                how far ahead, 1 to 370 days; 91 if not given
  --injector NAME         with this person
  --part PART             morning or afternoon
  --not-on DAYS           weekdays left out, as wednesday,friday
  --room NAME             in this room
  --notice HOURS          no sooner than so many hours from now
  --with SERVICE          with a place for a second visit, for this service
  --within DAYS           the second visit so many days later at most, 0 to 28; 0, the same day, if not given
  --closed                also the times in between that are not free, with the reason
${practiceOptionsHelp}
With --json: {
  "service", "location", "zone", "from", "days",
  "slots": [{ "start", "minutes", "performer", "room", "second": { "service", "start", "performer", "room", "booked" } }],
  "closed": [{ "start", "sentence" }]
}
"start" is a wall time of the location, as 2026-12-08T10:20; "room" is null where none is needed, "second" where none was asked for;
"booked" is true where the visit is on the books already; "closed" is empty without --closed.
`

const text = { type: 'string' } as const
const options = {
  ...practiceOptions, service: text, location: text, limit: text, from: text, days: text, injector: text, part: text, 'not-on': text, room: text, notice: text, with: text, within: text,
  closed: { type: 'boolean', default: false },
} as const
type Asked = ReturnType<typeof readOptions<typeof options>>
type Found = Awaited<ReturnType<Client['slot']['find']>>

function numberOf(typed: string | undefined, usual: number, least: number, most: number, option: string): number {
  if (typed === undefined) return usual
  const number = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN
  if (!(number >= least && number <= most)) throw new CommandEnd(commandLineText.badNumber(option, least, most), 2)
  return number
}

function partOf(typed: string | undefined): 'morning' | 'afternoon' | null {
  if (typed === undefined || typed === 'morning' || typed === 'afternoon') return typed ?? null
  throw new CommandEnd(commandLineText.badPart, 2)
}

function weekdaysWithout(typed: string | undefined): readonly Weekday[] {
  const left = (typed ?? '').split(',').map(folded).filter(word => word !== '')
  const named = left.map(word => weekdays.find(weekday => folded(weekdayWord(weekday)) === word))
  const kept = weekdays.filter(weekday => !named.includes(weekday))
  if (named.includes(undefined) || kept.length === 0) throw new CommandEnd(commandLineText.badWeekdays, 2)
  return kept
}

/** The one that is called so; nobody asked for: null. */
function called<T>(all: readonly T[], nameOf: (one: T) => string, typed: string | undefined, sentence: (name: string) => string): T | null {
  if (typed === undefined) return null
  const found = all.find(one => folded(nameOf(one)) === folded(typed))
  if (found === undefined) throw new CommandEnd(sentence(typed))
  return found
}

function questionOf(asked: Asked, known: Register) {
  if (asked.service === undefined) throw new CommandEnd(commandLineText.noService, 2)
  const names = staffingNamesOf(known, new Map())
  const serviceNamed = (typed: string | undefined) => called(known.serviceTypes, service => service.name, typed, commandLineText.noSuchService)
  const service = serviceNamed(asked.service)
  const active = known.locations.filter(location => location.active)
  const location = called(known.locations, each => each.name, asked.location, commandLineText.noSuchLocation) ?? (active.length === 1 ? active[0] : undefined)
  if (service === null) throw new CommandEnd(commandLineText.noService, 2)
  if (location === undefined) throw new CommandEnd(commandLineText.noPlace, 2)
  const room = called(known.rooms.filter(each => each.locationId === location.id), each => each.name, asked.room, commandLineText.noSuchRoom)
  const second = serviceNamed(asked.with)
  const injector = called(known.practitioners, person => names.person(person.id), asked.injector, commandLineText.noSuchStaff)
  return {
    service, location, second, names, room,
    query: {
      serviceTypeId: service.id, locationId: location.id, from: asked.from === undefined ? known.today : dateOf(asked.from, '--from'), days: numberOf(asked.days, 91, 1, 370, '--days'),
      limit: numberOf(asked.limit, 10, 1, 100, '--limit'), performerId: injector?.id ?? null, partOfDay: partOf(asked.part), includeClosed: asked.closed, moving: null, patientId: null,
      constraints: {
        ...noConstraints, weekdays: weekdaysWithout(asked['not-on']), roomId: room?.id ?? null, noticeMinutes: numberOf(asked.notice, 0, 0, 8760, '--notice') * 60,
        companion: second === null ? null : { serviceTypeId: second.id, withinDays: numberOf(asked.within, 0, 0, 28, '--within') },
      },
    },
  }
}

type Question = ReturnType<typeof questionOf>

/** The answer as one document; its shape is told by --help and does not change. */
function documentOf({ service, location, second, names, room, query }: Question, known: Register, found: Found) {
  const roomName = (id: Found['slots'][number]['roomId']): string | null => known.rooms.find(each => each.id === id)?.name ?? null
  const secondOf = ({ start, performerId, roomId, appointmentId }: Companion) =>
    ({ service: second?.name ?? '', start, performer: performerId === null ? null : names.person(performerId), room: roomName(roomId), booked: appointmentId !== null })
  return {
    service: service.name, location: location.name, zone: location.zone, from: query.from, days: query.days,
    slots: found.slots.map(({ start, performerId, roomId, companion }) =>
      ({ start, minutes: service.minutes, performer: names.person(performerId), room: roomName(roomId), second: companion === null ? null : secondOf(companion) })),
    closed: found.closed.map(slot => ({ start: slot.start, sentence: closedSlotSentence(slot, names, room?.name ?? null) })),
  }
}
type Document = ReturnType<typeof documentOf>

function sentencesOf({ slots, closed }: Document): readonly string[] {
  const words = (place: { readonly start: Document['slots'][number]['start']; readonly performer: string | null; readonly room: string | null }): string =>
    [wallWordsWithYear(place.start), place.performer, place.room].filter(part => part !== null).join(' · ')
  return [
    ...(slots.length === 0 ? [commandLineText.noSlots] : slots.map(slot => [words(slot), ...(slot.second === null ? [] : [`${slot.second.service}: ${words(slot.second)}`])].join('  +  '))),
    ...(closed.length === 0 ? [] : [commandLineText.closedSlots, ...closed.map(({ start, sentence }) => `  ${wallWordsWithYear(start)}  ${sentence}`)]),
  ]
}

/** `injection-desk staffing slots`; answers with the exit code. */
export const runSlots = (args: readonly string[]): Promise<number> => ended('staffing slots', async () => {
  const asked = readOptions(args, options)
  if (asked.help) {
    process.stdout.write(usage)
    return 0
  }
  const document = await withDesk(asked, async client => {
    const known = await register(client)
    const question = questionOf(asked, known)
    return documentOf(question, known, await ask(client.slot.find(question.query)))
  })
  process.stdout.write(asked.json ? `${JSON.stringify(document)}\n` : `${sentencesOf(document).join('\n')}\n`)
  return 0
})
