import { expect, test } from 'vitest'
import { pdfName, readPrintJob } from '../../../main/shell/printJob.ts'

const card = { html: '<p>Card</p>', widthMicrons: 88_900, heightMicrons: 50_800, fileName: 'appointment-card' }

test('a whole job is taken as it is, and nothing besides', () => {
  expect(readPrintJob({ ...card, path: '/etc/passwd' })).toEqual(card)
})

test.each([
  null, 'text', [], {}, { ...card, html: 7 }, { ...card, html: 'x'.repeat(20_000_001) }, { ...card, fileName: undefined },
  { ...card, widthMicrons: '88900' }, { ...card, widthMicrons: 0 }, { ...card, heightMicrons: -1 }, { ...card, heightMicrons: Number.NaN },
  { ...card, heightMicrons: 10 ** 9 }, { ...card, widthMicrons: 88_900.5 }
])('a job that is not one is refused (%#)', raw => {
  expect(readPrintJob(raw)).toBeUndefined()
})

test.each([
  ['appointment-card', 'appointment-card.pdf'],
  ['Tuesday cards.PDF', 'Tuesday cards.pdf'],
  ['../../etc/passwd', 'etc-passwd.pdf'],
  ['C:\\Windows\\x', 'C-Windows-x.pdf'],
  ['Terminkärtchen 8. Dez', 'Terminkärtchen 8- Dez.pdf'],
  ['...', 'appointment-card.pdf'],
  ['a\u0000b\u202Egnp', 'a-b-gnp.pdf'],
  ['x'.repeat(300), `${'x'.repeat(80)}.pdf`]
])('%s is offered as %s', (asked, offered) => {
  expect(pdfName(asked)).toBe(offered)
})
