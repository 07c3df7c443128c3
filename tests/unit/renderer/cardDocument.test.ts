import { describe, expect, test } from 'vitest'
import { calendarEntry } from '../../../renderer/paper/calendarEntry.ts'
import { cardDocument } from '../../../renderer/paper/cardDocument.ts'
import { composeBack, composeCard, composeLabel } from '../../../renderer/paper/composeCard.ts'
import { fittingLineHeight, paperFor } from '../../../renderer/paper/fit.ts'
import { escapeHtml } from '../../../renderer/paper/html.ts'
import { listDocument } from '../../../renderer/paper/listDocument.ts'
import { appointmentCard } from '../../../shared/contract/card.ts'
import type { AppointmentCard } from '../../../shared/domain/card.ts'
import { type CardDesign, firstDesign } from '../../../shared/domain/cardDesign.ts'
import { firstPrintSettings, stockNamed } from '../../../shared/domain/paper/printing.ts'
import { stocks } from '../../../shared/domain/paper/stocks.ts'
import { timeForEverybody } from '../../../shared/text/en/cards.ts'
import { wall } from '../../support/builders.ts'
import { aCard } from '../../support/cards.ts'
import { hostileNames } from '../../support/hostileNames.ts'

const stock = (id: string) => stockNamed(firstPrintSettings, id)
const sheet = (id: string) => ({ stock: stock(id), startCell: 0, nudge: { x: 0, y: 0 }, flip: 'none', fonts: '' } as const)
const job = (card: AppointmentCard, id = 'card-us', design: CardDesign = firstDesign) => cardDocument([composeCard(card, design)], sheet(id))
const html = (card: AppointmentCard, id = 'card-us', design: CardDesign = firstDesign) => job(card, id, design)?.html ?? ''
const text = (markup: string) => markup.replace(/<style>.*<\/style>/s, '').replaceAll(/<\/?span>/g, '').replace(/<[^>]*>/g, '\n')
const onPaper = (card: AppointmentCard, id: string) => paperFor(composeCard(card, firstDesign), stock(id), stocks).id

describe('what a card says', () => {
  test('who, when in full, where, whom to ask for and how to change it', () => {
    const said = text(html(aCard()))
    for (const words of ['Rosa Ortega', 'Tuesday 8 December 2026', '14:20 (2:20 pm), arrive by 14:10', 'Lakeside, Main house', '1 Lake Street, Chicago, IL 60601', 'Ask for the front desk', 'To change, phone +1\u00a0312\u00a0555\u00a00101']) {
      expect(said).toContain(words)
    }
  })
  test('in the patient’s language, from right to left where that is written so', () => {
    expect(text(html(aCard({ language: 'de' })))).toContain('Dienstag, 8. Dezember 2026')
    expect(html(aCard({ language: 'ar' }))).toContain('lang="ar" dir="rtl"')
  })
  test('in the order, size and wording that the practice chose', () => {
    const design: CardDesign = { ...firstDesign, lines: [...firstDesign.lines].toReversed().map(line => ({ ...line, large: line.kind === 'date' })), wording: [{ language: 'en', line: 'askFor', text: 'Ring for {whom}' }] }
    const said = text(html(aCard(), 'a5', design))
    expect(said).toContain('Ring for the front desk')
    expect(said.indexOf('14:20')).toBeLessThan(said.indexOf('Tuesday 8'))
    expect(html(aCard(), 'a5', design)).toContain('<p class="strong larger">Tuesday 8 December 2026')
  })
  test('the half of the day is said where it could be mistaken', () => {
    expect(timeForEverybody(wall('2026-12-08T09:05'))).toBe('09:05')
    expect(timeForEverybody(wall('2026-12-08T12:00'))).toBe('12:00 (12:00 pm)')
    expect(timeForEverybody(wall('2026-12-08T00:30'))).toBe('00:30 (12:30 am)')
  })
  test('nothing but what the contract allows: a field smuggled in is not printed', () => {
    const smuggled = { ...aCard(), birthDate: '1961-07-09', serviceName: 'Cervical dystonia', product: 'onabotulinumtoxinA', recordNumber: 'MRN-7781', specialty: 'Neurology' }
    expect(appointmentCard.safeParse(smuggled).success).toBe(false)
    for (const forbidden of ['1961', 'dystonia', 'toxin', 'MRN', 'Neurology']) expect(html(smuggled)).not.toContain(forbidden)
  })
  test('the file’s name, the document’s title and the calendar entry name nobody and nothing', () => {
    expect(job(aCard())?.fileName).toBe('appointment-card.pdf')
    expect(html(aCard())).toContain('<title>Appointment card</title>')
    const entry = calendarEntry(aCard({ language: 'es' }))?.split('\r\n') ?? []
    expect(entry).toContain('SUMMARY:Appointment')
    expect(entry).toContain('DTSTART:20261208T202000Z')
    expect(entry).toContain('DTEND:20261208T210500Z')
    expect(entry.filter(line => /Rosa|Ortega|Lake/.test(line))).toEqual([])
  })
})

describe('sizes', () => {
  test('an ordinary card fits the small stocks, also of a practice with a long name', () => {
    const long = aCard({ practiceName: 'Demo practice (made-up data)', locationName: 'Lakeside', address: '100 Demonstration Avenue, Chicago, IL 60600' })
    for (const id of ['card-us', 'card-eu', 'avery-5371', 'zweckform-32010']) expect(onPaper(aCard(), id)).toBe(id)
    for (const id of ['card-us', 'card-eu', 'avery-5371']) expect(onPaper(long, id)).toBe(id)
  })
  test('more text first closes the gaps between lines, then moves to bigger paper', () => {
    const longer = aCard({ patientName: { given: 'Maria Theresia Wilhelmine', family: 'von und zu Hohenlohe-Waldenburg-Schillingsfürst' } })
    const gap = (card: AppointmentCard) => fittingLineHeight(composeCard(card, firstDesign), stock('card-eu')) ?? 0
    expect(gap(longer)).toBeLessThan(gap(aCard({ address: '' })))
    expect(onPaper(aCard({ patientName: { given: 'x '.repeat(40), family: 'y'.repeat(60) } }), 'card-us')).toBe('a6-large-print')
  })
  test('large print chooses bigger paper and 18 pt by itself; nothing is smaller than 12 pt', () => {
    expect(onPaper(aCard({ largePrint: true }), 'avery-5371')).toBe('a6-large-print')
    expect(onPaper(aCard({ largePrint: true }), 'a5')).toBe('a5')
    expect(html(aCard({ largePrint: true }), 'a6-large-print')).toContain('font-size:18pt')
    for (const { id } of stocks) for (const [, points] of html(aCard(), id).matchAll(/font-size:(\d+)pt/g)) expect(Number(points)).toBeGreaterThanOrEqual(12)
  })
  test('a back lies behind its front, and says the visits that follow', () => {
    const next = { ...aCard().visit, start: wall('2027-03-02T09:00') }
    const fronts = [aCard({ following: [next] }), aCard()]
    const markup = cardDocument(fronts.map(card => composeCard(card, firstDesign)), { ...sheet('avery-l7414'), flip: 'long-edge' }, fronts.map(composeBack))?.html ?? ''
    expect(markup.match(/<section class="page">/g)).toHaveLength(2)
    expect([...markup.matchAll(/translate\(([\d.]+)mm/g)].map(each => each[1])).toEqual(['15', '105', '105', '15'])
    expect(text(markup)).toContain('Tuesday 2 March 2027, 09:00')
  })
})

test('a time or a state on a list stays in one piece, and a name that is too long for its column is broken rather than cut', () => {
  const { html: list } = listDocument('Day sheet', [{ heading: 'Room 1', columns: ['Time', 'Patient', 'Status'], rows: [['08:15–08:45', 'x'.repeat(80), 'Booked']] }], 'letter', '', 'day-sheet.pdf')
  expect(list).toContain('<td class="kept"><bdi>Booked</bdi></td>')
  expect(list).toContain('<td class="kept"><bdi>08:15–08:45</bdi></td>')
  expect(list).toContain(`<td><bdi>${'x'.repeat(80)}</bdi></td>`)
})

test('an address label runs as its address does, whatever the patient reads', () => {
  const runs = (postalAddress: string) => /<article[^>]* dir="(\w+)"/.exec(cardDocument([composeLabel(aCard({ language: 'ar', postalAddress }))], sheet('avery-5160'))?.html ?? '')?.[1]
  expect(runs('402 Example Street\nChicago, IL 60602')).toBe('ltr')
  expect(runs('12 شارع النيل\nالقاهرة')).toBe('rtl')
})

test('Greek, Cyrillic and accented names are not taken for wider than they are', () => {
  const gap = (family: string) => fittingLineHeight(composeLabel(aCard({ patientName: { given: '', family }, postalAddress: '1 Lake Street\nChicago, IL 60601' })), stock('avery-5160'))
  for (const name of ['Σταύρος Σιδηρόπουλος', 'Світлана Подгорный', 'Núria Villaverde Arrieta', 'Quốc Hưng Đặng Nguyễn']) expect(gap(name), name).toBe(1.35)
})

describe('hostile and unusual names', () => {
  test('stay text', () => {
    const frame = html(aCard({ patientName: { given: '', family: 'x' } })).match(/<(?!\/?span>)[^>]*>/g)?.length
    for (const name of hostileNames) {
      const markup = html(aCard({ patientName: { given: '', family: `x${name.slice(0, 190)}` } }))
      expect(markup.match(/<(?!\/?span>)[^>]*>/g)?.length, name).toBe(frame)
      expect(markup).not.toMatch(/<script|<img|onerror=alert\(1\)>/i)
    }
  })
  test('keep their own direction and are never cut', () => {
    const markup = html(aCard({ patientName: { given: 'فاطمة', family: 'الزهراء' } }))
    expect(markup).toContain('<p class="strong"><bdi>فاطمة الزهراء</bdi></p>')
    expect(markup).not.toMatch(/text-overflow|overflow:hidden|nowrap/)
  })
  test('no script, no link, no outside reference', () => {
    expect(html(aCard({ address: 'javascript:alert(1)' }))).not.toMatch(/<(script|link|iframe|object|a|base)\b|src=|href=|url\(/i)
    expect(html(aCard())).toContain("default-src 'none'")
  })
  test('a heap of marks is cut down to what any writing sets on a letter; ordinary ones stay', () => {
    expect(escapeHtml(`Z${'\u0303'.repeat(40)}a`)).toBe(`Z${'\u0303'.repeat(6)}a`)
    expect(escapeHtml('בְּרֵאשִׁית Nguye\u0302\u0303n')).toBe('בְּרֵאשִׁית Nguye\u0302\u0303n')
  })
  test('a text in a language from the right keeps its own order, with its own comma', () => {
    const said = html(aCard({ language: 'ur' }))
    expect(text(said)).toMatch(/\u20682:20\sPM\u2069، \u20682:10\sPM\u2069 تک/)
    expect(said).toContain('<bdi>Rosa Ortega</bdi>')
  })
  test('escaping leaves ordinary writing alone', () => {
    expect(escapeHtml('Zoë O’Neill-Łukasz 山田')).toBe('Zoë O’Neill-Łukasz 山田')
    expect(escapeHtml(`<&>"'\u0000\u001b`)).toBe('&lt;&amp;&gt;&quot;&#39;')
  })
})
