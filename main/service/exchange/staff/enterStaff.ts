import type { CertificationType } from '../../../../shared/domain/certification.ts'
import type { Role } from '../../../../shared/domain/person.ts'
import { type StaffMapping, type StaffOutcome, staffOutcomes, type StaffReport, type StaffRow } from '../../../../shared/domain/staffImport.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { fullName } from '../../../../shared/text/en/names.ts'
import { staffNotUnderstood } from '../../../../shared/text/en/staffImport.ts'
import type { WriteTx } from '../../store/store.ts'
import { byName } from '../byName.ts'
import { folded } from '../fields.ts'
import { openCounter } from './counter.ts'
import type { StaffFile } from './readStaffFile.ts'
import { guessRole } from './roleWords.ts'
import { openPapers } from './staffPapers.ts'
import { openStaff } from './staffPeople.ts'
import type { WrittenPaper, WrittenPerson, WrittenStaff } from './staffRecord.ts'

const mostWords = 1000

/** The different words of a list, in its order. */
function wordsIn(words: readonly string[]): readonly string[] {
  const found = new Map<string, string>()
  for (const word of words) if (word.trim() !== '' && word.length <= 200 && !found.has(folded(word))) found.set(folded(word), word)
  return [...found.values()].slice(0, mostWords)
}

/** Completes what was said about a list with what its words show. What may be no certification is left out until somebody says what it is. */
export function guessStaffMapping({ mapping, staff }: StaffFile, said: Partial<StaffMapping>, known: readonly CertificationType[]): StaffMapping {
  const papers = staff.people.flatMap(person => person.papers)
  const certain = new Set(papers.filter(paper => paper.certain).map(paper => folded(paper.type)))
  const typeNamed = (name: string) => known.find(type => folded(type.name) === folded(name))?.id
  return {
    ...mapping,
    roles: byName(wordsIn(staff.people.flatMap(person => person.roles.flatMap(role => role.words))), said.roles ?? [], guessRole),
    types: byName(wordsIn(papers.map(paper => paper.type)), said.types ?? [], name => typeNamed(name) ?? (certain.has(folded(name)) ? 'new' : null)),
  }
}

type Options = { readonly tx: WriteTx; readonly staff: WrittenStaff; readonly mapping: StaffMapping; readonly today: PlainDate; readonly newId: () => string }
export type EnteredStaff = Pick<StaffReport, 'rows' | 'counts' | 'notUnderstood'> & { readonly made: readonly string[] }

const paperWords = (paper: WrittenPaper): string => [paper.type, paper.number].filter(part => part !== '').join(' · ')

function counted(rows: readonly StaffRow[]): StaffReport['counts'] {
  const of = (outcome: StaffOutcome): number => rows.filter(row => row.outcomes.includes(outcome)).length
  const [newPeople, knownPeople, newPapers, knownPapers, leftOut, unreadable] = staffOutcomes.map(of)
  return {
    'person-new': newPeople ?? 0, 'person-known': knownPeople ?? 0, 'certification-new': newPapers ?? 0, 'certification-known': knownPapers ?? 0, 'left-out': leftOut ?? 0, unreadable: unreadable ?? 0,
  }
}

/** Enters a whole list within a transaction; the caller decides whether it is kept. */
export async function enterStaff({ tx, staff, mapping, today, newId }: Options): Promise<EnteredStaff> {
  const roles = new Map<string, Role | null>(mapping.roles.map(entry => [folded(entry.name), entry.to]))
  const people = await openStaff(tx, newId, word => roles.get(folded(word)) ?? null)
  const papers = await openPapers(tx, mapping, today, newId)
  const leftOut = openCounter()
  const sayNothing = openCounter()
  const values = openCounter()

  async function rowsOf(written: WrittenPerson): Promise<readonly StaffRow[]> {
    const { at } = written
    const resolved = await people.resolve(written)
    const person = written.name === null ? '' : fullName(written.name)
    const messages = [...written.messages, ...resolved.messages]
    for (const message of written.messages) values.add(message)
    if (resolved.person === null) return [{ at, outcomes: ['unreadable'], person, certification: written.papers.map(paperWords).join(', '), messages }]
    for (const word of new Set(written.roles.flatMap(role => role.words))) if ((roles.get(folded(word)) ?? null) === null) sayNothing.add(word)
    if (written.papers.length === 0) return [{ at, outcomes: [resolved.outcome], person, certification: '', messages }]
    const rows: StaffRow[] = []
    for (const paper of written.papers) {
      const entered = await papers.record(paper, resolved.person)
      if (entered.outcome === 'left-out') leftOut.add(paper.type)
      for (const message of paper.messages) values.add(message)
      // What is said of the person stands on the first line only.
      const first = rows.length === 0
      rows.push({ at, outcomes: [...(first ? [resolved.outcome] : []), entered.outcome], person, certification: paperWords(paper), messages: [...(first ? messages : []), ...paper.messages, ...entered.messages] })
    }
    return rows
  }

  const rows: StaffRow[] = []
  for (const written of staff.people) rows.push(...await rowsOf(written))
  return {
    rows, counts: counted(rows), made: [...papers.madeTypes, ...people.made, ...papers.made],
    notUnderstood: [...values.lines(staffNotUnderstood.value), ...staff.notUnderstood, ...leftOut.lines(staffNotUnderstood.type), ...sayNothing.lines(staffNotUnderstood.role)],
  }
}
