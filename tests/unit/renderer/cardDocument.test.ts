import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cardDocument, escapeHtml } from '../../../renderer/cards/cardDocument.ts'
import { fittingLineHeight, stockFor } from '../../../renderer/cards/cardStock.ts'
import { appointmentCard } from '../../../shared/contract/card.ts'
import { type AppointmentCard, cardTemplates } from '../../../shared/domain/card.ts'
import { timeForEverybody } from '../../../shared/text/en/cards.ts'
import { clinicZone, wall } from '../../support/builders.ts'

const aCard = (overrides: Partial<AppointmentCard> = {}): AppointmentCard => ({
  practiceName: 'Lakeside',
  patientName: { given: 'Rosa', family: 'Ortega' },
  start: wall('2026-12-08T14:20'),
  arriveBy: wall('2026-12-08T14:10'),
  zone: clinicZone,
  locationName: 'Main house',
  address: '1 Lake Street\nChicago, IL 60601',
  telephone: '+1 312 555 0101',
  askFor: 'the front desk',
  largePrint: false,
  doNotPrint: false,
  ...overrides,
})
const html = (card: AppointmentCard, template: (typeof cardTemplates)[number] = 'card-us') =>
  cardDocument([card], template)?.html ?? ''
const text = (markup: string) => markup.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, '\n')

const ownHostileStrings = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;b&gt;',
  "' onmouseover='x",
  '\u202etest\u202c',
  '{{7*7}}',
  '</style><style>*{display:none}',
  '</p></article>',
  '<svg/onload=alert(1)>',
  'e\u0301'.repeat(80),
  '👩‍👩‍👧‍👦'.repeat(20),
]
const publicList = new URL('../../../../shared/samples/names/blns/blns_even.json', import.meta.url)

/** Our own hostile names, and the public list of naughty strings wherever the sample files lie beside the project. */
const hostileStrings = (): readonly string[] =>
  existsSync(publicList)
    ? [...ownHostileStrings, ...z.array(z.string()).parse(JSON.parse(readFileSync(publicList, 'utf8')))]
    : ownHostileStrings

describe('what a card says', () => {
  test('who, when in full, where, whom to ask for and how to change it', () => {
    const said = text(html(aCard()))
    for (const words of [
      'Rosa Ortega',
      'Tuesday 8 December 2026',
      '14:20 (2:20 pm), arrive by 14:10',
      'Lakeside, Main house',
      '1 Lake Street, Chicago, IL 60601',
      'Ask for the front desk',
      'To change, phone +1\u00a0312\u00a0555\u00a00101',
    ]) {
      expect(said).toContain(words)
    }
  })
  test('the half of the day is said where it could be mistaken', () => {
    expect(timeForEverybody(wall('2026-12-08T09:05'))).toBe('09:05')
    expect(timeForEverybody(wall('2026-12-08T12:00'))).toBe('12:00 (12:00 pm)')
    expect(timeForEverybody(wall('2026-12-08T00:30'))).toBe('00:30 (12:30 am)')
  })
  test('nothing but what the contract allows: a field smuggled in is not printed', () => {
    const smuggled = {
      ...aCard(),
      birthDate: '1961-07-09',
      serviceName: 'Cervical dystonia',
      product: 'onabotulinumtoxinA',
      recordNumber: 'MRN-7781',
      specialty: 'Neurology',
    }
    expect(appointmentCard.safeParse(smuggled).success).toBe(false)
    for (const forbidden of ['1961', 'dystonia', 'toxin', 'MRN', 'Neurology']) expect(html(smuggled)).not.toContain(forbidden)
  })
  test('the file’s name and the document’s title name nobody', () => {
    const job = cardDocument([aCard()], 'card-eu')
    expect(job?.fileName).toBe('appointment-card.pdf')
    expect(job?.html).toContain('<title>Appointment card</title>')
  })
})

describe('sizes', () => {
  test.each([
    ['card-us', 88_900, 50_800, '88.9mm 50.8mm', 12],
    ['card-eu', 85_000, 55_000, '85mm 55mm', 12],
    ['a6-large-print', 105_000, 148_000, '105mm 148mm', 18],
  ] as const)('%s', (template, width, height, page, points) => {
    const job = cardDocument([aCard()], template)
    expect([job?.widthMicrons, job?.heightMicrons]).toEqual([width, height])
    expect(job?.html).toContain(`@page{size:${page}`)
    expect(job?.html).toContain(`font:${points}pt`)
  })
  test('an ordinary card fits the small stocks', () => {
    expect(fittingLineHeight(aCard(), 'card-us')).not.toBeNull()
    expect(fittingLineHeight(aCard(), 'card-eu')).not.toBeNull()
  })
  test('a practice with a long name still fits the small stocks', () => {
    const card = aCard({
      practiceName: 'Demo practice (made-up data)',
      locationName: 'Lakeside',
      address: '100 Demonstration Avenue, Chicago, IL 60600',
    })
    expect(stockFor(card, 'card-us')).toBe('card-us')
    expect(stockFor(card, 'card-eu')).toBe('card-eu')
  })
  test('more text first closes the gaps between lines, then moves to A6', () => {
    const longer = aCard({
      patientName: { given: 'Maria Theresia Wilhelmine', family: 'von und zu Hohenlohe-Waldenburg-Schillingsfürst' },
    })
    expect(fittingLineHeight(longer, 'card-eu') ?? 0).toBeLessThan(fittingLineHeight(aCard({ address: '' }), 'card-eu') ?? 0)
    expect(stockFor(aCard({ patientName: { given: 'x '.repeat(90), family: 'y'.repeat(180) } }), 'card-us')).toBe(
      'a6-large-print',
    )
  })
  test('large print chooses A6 by itself', () => {
    expect(stockFor(aCard({ largePrint: true }), 'card-us')).toBe('a6-large-print')
    expect(stockFor(aCard(), 'card-us')).toBe('card-us')
  })
})

describe('people who want no printed card', () => {
  test('get none', () => {
    expect(cardDocument([aCard({ doNotPrint: true })], 'card-us')).toBeNull()
  })
  test('are left out of a batch', () => {
    const markup =
      cardDocument([aCard(), aCard({ doNotPrint: true, patientName: { given: 'Not', family: 'Printed' } })], 'card-us')?.html ??
      ''
    expect(markup).toContain('Rosa Ortega')
    expect(markup).not.toContain('Printed')
  })
})

describe('hostile and unusual names', () => {
  test('stay text', () => {
    const frame = html(aCard({ patientName: { given: '', family: 'x' } })).match(/<[^>]*>/g)?.length
    for (const name of hostileStrings()) {
      const markup = html(aCard({ patientName: { given: '', family: `x${name.slice(0, 190)}` } }))
      expect(markup.match(/<[^>]*>/g)?.length, name).toBe(frame)
      expect(markup).not.toMatch(/<script|<img|onerror=alert\(1\)>/i)
    }
  })
  test('keep their own direction and are never cut', () => {
    const markup = html(aCard({ patientName: { given: 'فاطمة', family: 'الزهراء' } }))
    expect(markup).toContain('<p dir="auto" class="strong">فاطمة الزهراء</p>')
    expect(markup).toContain('overflow-wrap:anywhere')
    expect(markup).not.toMatch(/text-overflow|overflow:hidden|nowrap/)
  })
  test('no script, no link, no outside reference', () => {
    expect(html(aCard({ address: 'javascript:alert(1)' }))).not.toMatch(
      /<(script|link|iframe|object|a|base|meta http-equiv)\b|src=|href=|url\(/i,
    )
  })
  test('escaping leaves ordinary writing alone', () => {
    expect(escapeHtml('Zoë O’Neill-Łukasz 山田')).toBe('Zoë O’Neill-Łukasz 山田')
    expect(escapeHtml(`<&>"'\u0000\u001b`)).toBe('&lt;&amp;&gt;&quot;&#39;')
  })
})
