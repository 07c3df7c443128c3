import { type CertificationType, plainPaper, plainType, type Qualification } from '../../../../shared/domain/certification.ts'
import { tidyCertificationType } from '../../../../shared/domain/certificationTypeEdit.ts'
import { asId, type CertificationTypeId, type QualificationId } from '../../../../shared/domain/ids.ts'
import type { Practitioner } from '../../../../shared/domain/person.ts'
import { recordQualification } from '../../../../shared/domain/qualificationEdit.ts'
import type { StaffMapping, StaffOutcome } from '../../../../shared/domain/staffImport.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { tidyLine, tidyWords } from '../../../../shared/domain/typed.ts'
import { dateWords } from '../../../../shared/text/en/dates.ts'
import { fieldSentence } from '../../../../shared/text/en/fieldIssues.ts'
import { staffFieldWords, staffSentence } from '../../../../shared/text/en/staffImport.ts'
import type { WriteTx } from '../../store/store.ts'
import { folded } from '../fields.ts'
import type { WrittenPaper } from './staffRecord.ts'

type Entered = { readonly outcome: StaffOutcome; readonly messages: readonly string[] }

const longestLine = 200
const longestWords = 4000

/** The certification types of a list by their name there: this practice's own, new ones made when first needed, or none. */
async function openTypes(tx: WriteTx, types: StaffMapping['types'], newId: () => string) {
  const known = await tx.certificationTypes.all()
  const said = new Map(types.map(entry => [folded(entry.name), entry.to]))
  const byName = new Map(known.map(type => [folded(type.name), type]))
  const byId = new Map(known.map(type => [type.id, type]))
  const made: CertificationTypeId[] = []
  return {
    made,
    of: async ({ type: word, issuer, kind }: WrittenPaper): Promise<CertificationType | null> => {
      const to = said.get(folded(word)) ?? null
      if (to !== 'new') return to === null ? null : (byId.get(to) ?? null)
      const there = byName.get(folded(word))
      if (there !== undefined) return there
      // It grants nothing, and without an end of its own it does not count: the lead says later what it is worth.
      const fields = tidyCertificationType({ ...plainType, name: word, issuer: issuer.slice(0, longestLine), competences: [], expiry: { kind: 'months', months: 12 }, active: true, kind })
      if (!fields.ok) return null
      const inserted = await tx.certificationTypes.insert({ ...fields.value, id: asId<CertificationTypeId>(newId()), version: 1 })
      if (!inserted.ok) return null
      made.push(inserted.value.id)
      byName.set(folded(word), inserted.value)
      return inserted.value
    },
  }
}

/** What is recorded here of the same certification, by its number, or by its kind alone where the list gives no number. */
function recorded(paper: WrittenPaper, type: CertificationType, held: readonly Qualification[]): Qualification | undefined {
  const number = folded(tidyLine(paper.number))
  const same = held.filter(one => one.certificationTypeId === type.id && (number === '' || folded(one.number) === number))
  return same.find(one => one.expires === paper.expires) ?? same.find(one => one.expires === null || paper.expires === null || paper.expires <= one.expires)
}

function knownBefore(before: Qualification, paper: WrittenPaper): Entered {
  if (before.status === 'entered-in-error') return { outcome: 'certification-known', messages: [staffSentence.inError] }
  const differs = paper.expires !== null && paper.expires !== before.expires
  const here = before.expires === null ? staffSentence.nobodyKnows : dateWords(before.expires)
  return { outcome: 'certification-known', messages: differs && paper.expires !== null ? [staffSentence.endsOtherwise(dateWords(paper.expires), here)] : [] }
}

const tooLong = (paper: WrittenPaper): string | null => {
  const line = (['number', 'issuer', 'jurisdiction'] as const).find(field => paper[field].length > longestLine)
  if (line !== undefined) return staffFieldWords[line]
  if (paper.type.length > longestLine) return staffFieldWords.certification
  return (['restrictions', 'note'] as const).find(field => paper[field].length > longestWords) ?? null
}

/** Records the certifications of a list, never verified; what is here already is left as it is. */
export async function openPapers(tx: WriteTx, mapping: StaffMapping, today: PlainDate, newId: () => string) {
  const types = await openTypes(tx, mapping.types, newId)
  const held = new Map<string, Qualification[]>()
  const keep = (one: Qualification): void => void held.set(one.practitionerId, [...(held.get(one.practitionerId) ?? []), one])
  for (const one of await tx.qualifications.all()) keep(one)
  const made: QualificationId[] = []

  /** A number that does not have its register's form is kept as written, and said: an auditor wants the list's own word. */
  function fieldsOf(paper: WrittenPaper, person: Practitioner, type: CertificationType, messages: string[]) {
    if (paper.issued === null && paper.effective === null) messages.push(staffSentence.issuedUnknown)
    const start = paper.issued ?? paper.effective ?? (paper.expires !== null && paper.expires < today ? paper.expires : today)
    const fields = {
      ...plainPaper, practitionerId: person.id, certificationTypeId: type.id, number: paper.number, issuer: paper.issuer || type.issuer, jurisdiction: paper.jurisdiction, issued: start,
      effective: paper.effective, expires: paper.expires, status: paper.status, restrictions: paper.restrictions,
      note: tidyWords([paper.note, ...(paper.issued === null && paper.effective === null ? [staffSentence.issuedUnknown] : [])].filter(part => part !== '').join('\n')),
    }
    const strict = recordQualification(fields, type)
    if (strict.ok || strict.problem.issues.some(issue => issue.message !== 'number-form')) return strict
    messages.push(staffSentence.numberForm)
    return recordQualification(fields, { ...type, numberForm: null })
  }

  return {
    made, madeTypes: types.made,
    record: async (paper: WrittenPaper, person: Practitioner): Promise<Entered> => {
      const long = tooLong(paper)
      if (long !== null) return { outcome: 'unreadable', messages: [staffSentence.tooLong(long)] }
      if (tidyLine(paper.type) === '') return { outcome: 'unreadable', messages: [staffSentence.noType] }
      const type = await types.of(paper)
      if (type === null) return { outcome: 'left-out', messages: [staffSentence.leftOut(paper.type)] }
      const before = recorded(paper, type, held.get(person.id) ?? [])
      if (before !== undefined) return knownBefore(before, paper)
      const messages: string[] = []
      const fields = fieldsOf(paper, person, type, messages)
      if (!fields.ok) return { outcome: 'unreadable', messages: fields.problem.issues.map(issue => fieldSentence(issue.message)) }
      const inserted = await tx.qualifications.insert({ ...fields.value, id: asId<QualificationId>(newId()), version: 1 })
      if (!inserted.ok) return { outcome: 'unreadable', messages: [staffSentence.known] }
      made.push(inserted.value.id)
      keep(inserted.value)
      if (paper.expires === null && type.expiry.kind !== 'never') messages.push(staffSentence.expiryUnknown)
      return { outcome: 'certification-new', messages }
    },
  }
}
