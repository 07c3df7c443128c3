import { describe, expect, test } from 'vitest'
import { dayNames, noWords, staffingNames } from '../../../renderer/day/names.ts'
import { lookOf } from '../../../renderer/day/look.ts'
import type { Visit } from '../../../shared/contract/schedule.ts'
import type { Override } from '../../../shared/domain/appointment.ts'
import type { AccountId, PractitionerId } from '../../../shared/domain/ids.ts'
import type { Verdict } from '../../../shared/domain/staffing/types.ts'
import { anAppointment, at, date, idNumber } from '../../support/builders.ts'

const khan = idNumber<PractitionerId>(1)
const today = date('2026-05-04')
const nobody: Verdict = { state: 'uncovered', shortage: null, reasons: [{ practitionerId: khan, reasons: [{ kind: 'off-shift', next: null }] }] }
const onAWord = (than: Partial<Override> = {}): Override => ({
  reason: 'Dr. Ortiz comes in.', by: idNumber<AccountId>(7), byName: 'Dr. Ada Moreau', at: at('2026-05-01T09:00'), against: ['off-shift', 'uncovered'], through: null, ...than,
})
const looks = (override: Override | null, verdict: Verdict = nobody) => {
  const visit: Visit = {
    appointment: anAppointment({ performerId: khan, override }), patientName: { given: 'Rosa', family: 'Ortega' }, patientTelephone: '', verdict, findings: [],
  }
  const names = dayNames({ people: [], serviceTypes: [], rooms: [] }, noWords)
  const { short, sentence, mark } = lookOf(visit, names, staffingNames(names, [], today))
  return { short, sentence, mark }
}

describe('a flagged visit that somebody let stand', () => {
  test('says so where it stands on the grid, on whose word and why, and stays flagged', () => {
    const { short, sentence, mark } = looks(onAWord())
    expect({ short, mark }).toEqual({ short: 'Not staffed, kept', mark: 'flagged' })
    expect(sentence).toMatch(/ Kept on the word of Dr\. Ada Moreau: Dr\. Ortiz comes in\.$/)
  })

  test.each<[string, Override | null, Verdict?]>([
    ['nobody let it stand', null],
    ['its day has passed', onAWord({ through: date('2026-05-03') })],
    ['another reason has come up since', onAWord({ against: ['uncovered'] })],
    ['it is not known what it was given for', onAWord({ against: null })],
  ])('says nothing of it where %s', (_, override) => {
    const { short, sentence, mark } = looks(override)
    expect({ short, mark }).toEqual({ short: 'Not staffed', mark: 'flagged' })
    expect(sentence).not.toMatch(/Kept/)
  })

  test('says nothing of it once it is staffed', () => {
    expect(looks(onAWord(), { state: 'covered', fragile: null, reasons: [] })).toEqual({ short: '', sentence: '', mark: 'none' })
  })
})
