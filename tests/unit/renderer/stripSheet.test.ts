import { describe, expect, test } from 'vitest'
import { stripSheet } from '../../../renderer/ahead/stripSheet.ts'
import type { PractitionerId, QualificationId, CertificationTypeId, ServiceTypeId } from '../../../shared/domain/ids.ts'
import type { ServiceCell, StripCell } from '../../../shared/domain/strip.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { date, idNumber } from '../../support/builders.ts'

const serviceTypeId = idNumber<ServiceTypeId>(1)
const practitionerId = idNumber<PractitionerId>(2)
const expiring = { qualificationId: idNumber<QualificationId>(3), certificationTypeId: idNumber<CertificationTypeId>(4), lastDay: date('2026-12-31') }
const safe: ServiceCell = { serviceTypeId, state: 'safe', gapMinutes: 0, hangsOn: [], visits: 0, flagged: 0, assignable: 0 }
const monday = date('2026-11-23')

const stripWith = (cells: Readonly<Record<number, Partial<ServiceCell>>>, weeks = 13): readonly StripCell[] =>
  Array.from({ length: weeks * 7 }, (_, n) => ({
    date: addDays(monday, n), state: 'safe', openMinutes: 480, gapMinutes: 0, visits: 0, flagged: 0, assignable: 0, services: [{ ...safe, ...cells[n] }],
  }))
const names = { service: () => 'Dystonia <b>', person: () => 'Ada Khan' }
const sheet = (days: readonly StripCell[]) => stripSheet(days, 'Main house', names, 'a4', '')
const text = (html: string): string => html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, '\n')

describe('the strip on paper', () => {
  test('shows every service on a line, lies across, and holds thirteen weeks to a table', () => {
    const { html, widthMicrons, heightMicrons } = sheet(stripWith({}, 26))
    expect(widthMicrons).toBeGreaterThan(heightMicrons)
    expect(html.match(/<table>/g)).toHaveLength(2)
    expect(text(html)).toContain('Main house: the next 26 weeks')
    expect(html).toContain('Dystonia &lt;b&gt;')
    expect(html, 'a long name of a service goes on to a second line').toMatch(/th:first-child{[^}]*white-space:normal/)
  })

  test('says of each mark what it stands for, once, with all the days of which it is true', () => {
    const hangsOn = [{ practitionerId, expiring }]
    const said = text(sheet(stripWith({
      0: { state: 'flagged', flagged: 2, visits: 3 }, 1: { state: 'gap', gapMinutes: 240 }, 2: { state: 'fragile', hangsOn }, 9: { state: 'fragile', hangsOn },
    })).html)
    expect(said).toContain('2 of 3 visits uncovered')
    expect(said).toContain('nobody for 4 h')
    expect(said.match(/hangs on Ada Khan alone, certified until 31 Dec 2026/g)).toHaveLength(1)
    expect(said).toContain('Wed 25 Nov, Wed 2 Dec')
  })

  test('marks what is uncovered, the hours without anybody, one person alone and what is closed without colour', () => {
    const { html } = sheet(stripWith({ 0: { state: 'flagged', flagged: 2 }, 1: { state: 'gap', gapMinutes: 240 }, 2: { state: 'fragile' }, 3: { state: 'closed' } }))
    for (const cell of ['"flagged monday">2!<', '"gap">4<', '"fragile">•<', '"closed">×<']) expect(html).toContain(cell)
  })
})
