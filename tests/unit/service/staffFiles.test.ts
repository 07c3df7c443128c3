import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStaffFile } from '../../../main/service/exchange/staff/readStaffFile.ts'
import { guessRole } from '../../../main/service/exchange/staff/roleWords.ts'
import { date } from '../../support/builders.ts'

const samples = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url))
const today = date('2026-05-04')
const read = (bytes: Uint8Array) => readStaffFile(bytes, {}, today)
const readText = (text: string) => read(Buffer.from(text))

function sampleFiles(folder: string): readonly Uint8Array[] {
  return readdirSync(samples + folder, { withFileTypes: true }).filter(entry => entry.isFile()).map(entry => readFileSync(`${samples}${folder}/${entry.name}`))
}

describe('a staff file', () => {
  test('of anybody’s making is read or refused in a sentence, never failed at', async () => {
    const folders = ['hl7v2/mfn-staff-credentials', 'hl7v2/hl7-v2-standard-examples', 'hl7v2/pacs-bridge-tests', 'hl7v2/python-hl7-tests', 'fhir/ndh-credentials', 'fhir/plan-net-qualification', 'fhir/au-base', 'fhir/au-base-xml', 'fhir/r4-spec-examples/Bundle', 'fhir/primitive-vectors', 'csv/encodings']
    const outcomes = await Promise.all(folders.flatMap(sampleFiles).map(read))
    expect(outcomes.length).toBeGreaterThan(100)
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.problem).toMatch(/[.”]$/)
  })

  test('cut off or overwritten anywhere is read or refused, too', async () => {
    const originals = [...sampleFiles('hl7v2/mfn-staff-credentials'), ...sampleFiles('fhir/plan-net-qualification').slice(0, 4)]
    await fc.assert(fc.asyncProperty(fc.constantFrom(...originals), fc.nat(), fc.uint8Array({ maxLength: 12 }), fc.boolean(), async (original, at, bytes, cut) => {
      const spoiled = Buffer.from(original)
      spoiled.set(bytes.subarray(0, Math.max(0, spoiled.length - (at % spoiled.length))), at % spoiled.length)
      const outcome = await read(cut ? spoiled.subarray(0, at % spoiled.length) : spoiled)
      if (!outcome.ok) expect(outcome.problem).not.toBe('')
    }), { numRuns: 400 })
  })

  test('keeps its own separators and escapes', async () => {
    const odd = await readText('MSH#*~!%#HR#C#D#D#2026##MFN*M02#1#P#2.5\rMFE#MAD\rSTF#7##O!T!Neil*Ann!X20!Lee*****RN')
    expect(odd).toMatchObject({ ok: true, value: { staff: { people: [{ name: { family: 'O%Neil', given: 'Ann Lee' }, numbers: [{ value: '7' }] }] } } })
  })

  test('takes an end that means "for ever", or names no day, as not said, and says so', async () => {
    const list = await readText('MSH|^~\\&|HR|C|D|D|2026||MFN^M02|1|P|2.5\rMFE|MAD\rSTF|7||Khan^Ada\rPRA|7|||||A^SL^^99991231~B^SL^^2027~C^SL^^20270230~D^SL^^202706151200')
    expect(list.ok && list.value.staff.people[0]?.papers.map(paper => [paper.expires, paper.messages.length])).toEqual([[null, 1], [null, 1], [null, 1], ['2027-06-15', 0]])
  })
})

test('a degree, title or taxonomy code makes somebody what it says, and a word that says nothing makes nobody anything', async () => {
  const words = { 'M.D.': 'physician', DO: 'physician', 'MB BS': 'physician', RN: 'registered-nurse', 'F.N.P.-C': 'nurse-practitioner', 'Advanced practice nurse': 'nurse-practitioner', 'PA-C': 'physician-assistant', LPN: 'practical-nurse', DMD: 'dentist', 'Physical Therapist': 'physiotherapist', '207Q00000X': 'physician', '363LF0000X': 'nurse-practitioner', Receptionist: 'receptionist' }
  for (const [word, role] of Object.entries(words)) expect(guessRole(word), word).toBe(role)
  for (const word of ['', 'P', 'Institution', 'Nurse of the year', 'doctoral student', '207']) expect(guessRole(word), word).toBeNull()
})
