import type { HumanName, Identifier } from '../../../../shared/domain/person.ts'
import { err, ok, type Result } from '../../../../shared/domain/result.ts'
import { listWords } from '../../../../shared/text/en/names.ts'
import { hl7FieldNames, hl7SegmentNames, staffFileSentence, staffNotUnderstood, staffSentence } from '../../../../shared/text/en/staffImport.ts'
import { type Counter, openCounter } from './counter.ts'
import { type Hl7Reader, hl7Messages } from './hl7Message.ts'
import { certificateIn, licencesIn, specialtiesIn } from './hl7Papers.ts'
import type { WrittenPerson, WrittenStaff } from './staffRecord.ts'

const mostMessages = 20_000

type Group = { readonly mfe: Hl7Reader | null; readonly parts: Hl7Reader[] }

/** What belongs to one entry of a master file: everything from one MFE to the next, or from one STF to the next where there is no MFE. */
function groupsIn(segments: readonly Hl7Reader[]): readonly Group[] {
  const groups: Group[] = []
  for (const segment of segments) {
    const last = groups.at(-1)
    if (segment.name === 'MFE') groups.push({ mfe: segment, parts: [] })
    else if (last === undefined || (segment.name === 'STF' && last.parts.some(part => part.name === 'STF'))) groups.push({ mfe: null, parts: [segment] })
    else last.parts.push(segment)
  }
  return groups
}

const nameFrom = (family: string, given: string, middle: string): HumanName => ({ given: [given, middle].filter(part => part !== '').join(' '), family })

function nameIn(stf: Hl7Reader | undefined, pra: Hl7Reader | undefined, messages: string[]): HumanName | null {
  const [family = '', given = '', middle = ''] = stf?.each(3)[0] ?? []
  if (family !== '' || given !== '') return nameFrom(family, given, middle)
  // Some senders write the key as "number^family^given".
  const [, keyFamily = '', keyGiven = '', keyMiddle = ''] = pra?.each(1)[0] ?? []
  if (keyGiven === '') return null
  messages.push(staffSentence.nameFrom('PRA-1'))
  return nameFrom(keyFamily, keyGiven, keyMiddle)
}

/** STF-1, STF-2 and PRA-1: by what numbers the sender knows the person. A social security number is nobody's business here. */
function numbersIn(stf: Hl7Reader | undefined, pra: Hl7Reader | undefined, source: string, messages: string[]): readonly Identifier[] {
  const keys = [stf?.text(1) ?? '', pra?.text(1) ?? '']
  const key = keys.find(each => each !== '') ?? ''
  const listed = (stf?.each(2) ?? []).flatMap(([number = '', , , authority = '', type = '']) => {
    if (type === 'SS' || authority === 'USSSA') {
      messages.push(staffSentence.notKept('STF-2 (SS)'))
      return []
    }
    return [{ system: type === 'NPI' ? 'NPI' : [source, authority || type].filter(part => part !== '').join(' '), value: number }]
  })
  return [...(key === '' ? [] : [{ system: source, value: key }]), ...listed].filter(number => number.value !== '')
}

function telephoneIn(stf: Hl7Reader | undefined): string {
  const [number] = stf?.each(10) ?? []
  if (number === undefined) return ''
  // XTN: the number in one piece, or in its parts: country, area, number, extension.
  const [whole = '', , , , country = '', area = '', local = ''] = number
  return whole !== '' ? whole : [country === '' ? '' : `+${country.replace(/^\+/, '')}`, area, local].filter(part => part !== '').join(' ')
}

function activeIn(stf: Hl7Reader | undefined, messages: string[]): boolean {
  const flag = stf?.text(7) ?? ''
  if (flag !== '' && flag !== 'A' && flag !== 'I') messages.push(staffSentence.notAValue('STF-7', flag))
  return flag !== 'I'
}

const roleFields = (stf: Hl7Reader | undefined, pra: Hl7Reader | undefined): readonly string[] => [
  stf?.text(3, 6) ?? '', stf?.text(3, 14) ?? '', ...(stf?.each(18) ?? []).flatMap(parts => parts), ...(stf?.each(19) ?? []).flatMap(parts => parts),
  ...(pra?.each(3) ?? []).flatMap(parts => parts.slice(0, 2)), ...(pra?.each(5) ?? []).flatMap(parts => parts.slice(0, 1)),
]

function personIn({ mfe, parts }: Group, at: number, source: string, unread: Counter): WrittenPerson {
  const messages: string[] = []
  const [stf, pra] = [parts.find(part => part.name === 'STF'), parts.find(part => part.name === 'PRA')]
  if (stf === undefined && pra === undefined) messages.push(staffSentence.emptyPerson)
  const removal = mfe?.text(1) ?? ''
  if (removal === 'MDL' || removal === 'MDC') messages.push(staffSentence.removal(removal))
  const licences = pra === undefined ? { papers: [], numbers: [], messages: [] } : licencesIn(pra)
  const person: WrittenPerson = {
    at, name: nameIn(stf, pra, messages), telephone: telephoneIn(stf), active: activeIn(stf, messages), numbers: [...numbersIn(stf, pra, source, messages), ...licences.numbers],
    roles: [{ words: [...new Set(roleFields(stf, pra))].filter(word => word !== ''), from: null, through: null }],
    papers: [...(pra === undefined ? [] : specialtiesIn(pra)), ...licences.papers, ...parts.filter(part => part.name === 'CER').map(certificateIn)],
    messages: [...messages, ...licences.messages],
  }
  for (const part of parts) {
    if (['STF', 'PRA', 'CER'].includes(part.name)) for (const field of part.unread()) unread.add(`${part.name}-${field}`)
  }
  return removal === 'MDL' || removal === 'MDC' ? { ...person, name: null, papers: [] } : person
}

/** Reads master file notifications of staff (MFN^M02, HL7 v2 chapters 8 and 15): STF, PRA with PRA-5 and PRA-6, and CER. */
export async function readMfn(text: string, source: string): Promise<Result<WrittenStaff, string>> {
  const messages = await hl7Messages(text)
  if (messages.length > mostMessages) return err(staffFileSentence.tooMany(mostMessages))
  if (messages.every(message => message === null)) return err(staffFileSentence.noMessage)
  const unread = openCounter()
  const segments = openCounter()
  const others = openCounter()
  const people: WrittenPerson[] = []
  for (const [index, message] of messages.entries()) {
    if (message === null) others.add(staffFileSentence.noMessage)
    else if (!message.type.startsWith('MFN') || !message.segments.some(segment => ['MFE', 'STF', 'PRA'].includes(segment.name))) others.add(staffSentence.otherMessage(message.type))
    else {
      const staff = message.segments.filter(segment => segment.name !== 'MFI')
      for (const segment of staff) if (!['MFE', 'STF', 'PRA', 'CER'].includes(segment.name)) segments.add(segment.name)
      for (const group of groupsIn(staff)) people.push(personIn(group, index + 1, source, unread))
    }
  }
  if (people.length === 0) return err(staffFileSentence.noStaff(listWords([...new Set(messages.flatMap(message => (message === null || message.type === '' ? [] : [message.type])))].slice(0, 5))))
  if (people.length > mostMessages) return err(staffFileSentence.tooMany(mostMessages))
  return ok({
    people,
    notUnderstood: [
      ...others.lines(staffNotUnderstood.value), ...unread.lines((field, times) => staffNotUnderstood.field(field, hl7FieldNames[field], times)),
      ...segments.lines((name, times) => staffNotUnderstood.segment(name, hl7SegmentNames[name], times)),
    ],
  })
}
