import { directionOf, type Language } from '../../shared/domain/language.ts'
import { cellBox, cellsOf } from '../../shared/domain/paper/stock.ts'
import { firstPrintSettings, stockNamed } from '../../shared/domain/paper/printing.ts'
import { pages } from '../../shared/domain/paper/stocks.ts'
import { plusMinutes } from '../../shared/domain/time/instant.ts'
import { parsePlainDate } from '../../shared/domain/time/plainDate.ts'
import { dateOf, parseWallTime, wallAt, wallDateTime } from '../../shared/domain/time/wallClock.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { cardsText, listsText } from '../../shared/text/en/cards.ts'
import { frameText } from '../../shared/text/en/frame.ts'
import { patientsText, patientText } from '../../shared/text/en/patients.ts'
import { seriesText } from '../../shared/text/en/series.ts'
import { cardWords } from '../../shared/text/paper/cardWords.ts'
import { dateOn, joined } from '../../shared/text/paper/paperDates.ts'
import { whenOf } from '../../renderer/paper/composeCard.ts'
import { aCard, visitAt } from '../support/cards.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'
import { type PdfPage, type PdfText, savedBy } from '../support/pdf.ts'

test.use({ demo: true })

// The Arabic type draws dots by themselves: a PDF does not know which letter they make of one, and knows nothing of those that have no name without them.
const alike: readonly (readonly [RegExp, string])[] = [
  [/[بتثنيىئپٮںیفقڡٯ]/g, ''], [/[جحخ]/g, 'ح'], [/[دذ]/g, 'د'], [/[رز]/g, 'ر'], [/[سش]/g, 'س'], [/[صض]/g, 'ص'], [/[طظ]/g, 'ط'], [/[عغ]/g, 'ع'], [/[هة]/g, 'ه'], [/[أإآٱ]/g, 'ا'], [/ؤ/g, 'و'],
]
/** Letters in any order: what is written from the right comes out of a PDF turned round. What Indic letters grow together to comes out as no letter at all. */
const letters = (text: string): string => {
  const bare = text.normalize('NFKD').replaceAll(/[\s•\u0653-\u0655]|\p{C}|\p{Script=Devanagari}/gu, '')
  return [...alike.reduce((said, [some, one]) => said.replaceAll(some, one), bare)].toSorted().join('')
}
/** Whether every letter of one text is in another, as often as it is wanted. */
const holds = (text: string, wanted: string): boolean => [...wanted].every(letter => text.split(letter).length >= wanted.split(letter).length)
const mostLost = 3
/** Whether a text is what is wanted and nothing else: a PDF may lose the name of a letter that was made bold, or of one but for its mark, but never a figure. */
const says = (text: string, wanted: string): boolean =>
  holds(wanted, text) && wanted.length - text.length <= mostLost && text.replaceAll(/\D/g, '') === wanted.replaceAll(/\D/g, '')
/** Texts on one base line belong together. */
const linesOf = ({ texts }: PdfPage): readonly string[] =>
  texts.map(({ top }) => letters(texts.filter(other => Math.abs(other.top - top) < 0.5).map(each => each.text).join('')))
const secrets = /dystonia|migraine|spastic|botox|toxin|dysport|xeomin|\bunits?\b|1961|QX-4711|D-1\d{4}/i

test('a letter says every coming visit of a patient, in each script, in its own type, where an envelope’s window is, and gives nothing away', async ({ desk }) => {
  test.setTimeout(240_000)
  const { page } = desk
  const drawer = drawerOf(page)
  await signInAs(page, 'front-desk')
  await goTo(page, 'patients')
  await page.getByRole('button', { name: patientsText.register }).click()
  await page.getByRole('textbox', { name: patientText.given }).fill('Małgorzata')
  await page.getByRole('textbox', { name: patientText.family }).fill('Szczepańska-Huỳnh')
  await page.getByRole('textbox', { name: patientText.birthDate }).fill('4 Jul 1961')
  await page.getByRole('button', { name: patientText.addNumber }).click()
  await page.getByRole('textbox', { name: patientText.system }).fill('Chart')
  await page.getByRole('textbox', { name: patientText.value, exact: true }).fill('QX-4711')
  await page.keyboard.press('Enter')
  await drawer.getByRole('button', { name: seriesText.plan }).click()
  await expect(drawer.getByRole('combobox', { name: bookingText.serviceLabel })).toBeFocused()
  await page.keyboard.type('dystonia')
  await expect(drawer.getByRole('option', { name: /dystonia/i })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await drawer.getByRole('button', { name: seriesText.leaveOut(4) }).click()
  await drawer.getByRole('button', { name: seriesText.book(3), exact: true }).click()
  await expect(drawer.getByText(seriesText.left(3, 3))).toBeVisible()
  await page.getByRole('searchbox', { name: patientsText.search }).fill('Szczepańska')
  await page.getByRole('table', { name: patientsText.list }).getByRole('row').nth(1).getByRole('button').first().click()
  await expect(drawer.locator('.visit-when')).toHaveCount(3)
  const visits = (await drawer.locator('.visit-when').allInnerTexts()).map((words) => {
    const [, day = '', time = ''] = /(\d+ \w+ \d{4}),? (\d\d:\d\d)/.exec(words) ?? []
    const date = parsePlainDate(new Date(`${day} UTC`).toISOString().slice(0, 10))
    const wall = parseWallTime(time)
    if (date === null || wall === null) throw new Error(`no time in “${words}”`)
    const visit = visitAt(wallDateTime(date, wall))
    return { ...visit, arriveBy: wallAt(plusMinutes(visit.interval.start, -15), visit.zone) }
  })

  const amend = async (change: () => Promise<void>): Promise<void> => {
    await drawer.getByRole('button', { name: patientText.amend, exact: true }).click()
    await change()
    await drawer.getByRole('button', { name: frameText.save, exact: true }).click()
    await expect(drawer.getByRole('heading', { level: 3, name: patientText.details })).toBeVisible()
  }
  const printed = async (language: Language, name: string, lowest = 82) => {
    const { pages: [sheet, more], tagged, language: said } = await savedBy(desk, drawer.getByRole('button', { name: `${cardsText.savePdf}: ${listsText.letter}` }), 'appointments.pdf')
    if (sheet === undefined) throw new Error('no letter')
    expect([more, tagged, said], language).toEqual([undefined, true, language])
    expect(Math.abs(sheet.width - pages.letter.width / 1000) + Math.abs(sheet.height - pages.letter.height / 1000), language).toBeLessThan(0.2)
    const lines = linesOf(sheet)
    for (const visit of visits) {
      const wanted = joined(language, [dateOn(language, dateOf(visit.start)), whenOf(aCard({ language }), visit)])
      expect(lines.some(line => says(line, letters(wanted))), `${language}: ${wanted}`).toBe(true)
    }
    if (directionOf(language) === 'ltr') expect(lines.some(line => says(line, letters(cardWords[language].letterTitle))), language).toBe(true)
    expect(sheet.text, language).not.toMatch(secrets)
    expect(sheet.fonts.filter(font => !font.embedded || !font.name.includes('NotoSans')), language).toEqual([])
    const address = sheet.texts.filter(({ top }) => top > 52 && top < lowest)
    expect(holds(letters(address.map(each => each.text).join('')), letters(`${name}128 Nordrhein-Westfälische StraßeChicago, IL 60601`)), `${language}: name and address stand in the window`).toBe(true)
    for (const { text, left, right } of address) expect(left >= 24.5 && right <= 110.5, `${language}: “${text}” in the window from side to side`).toBe(true)
    const edge = sheet.texts.filter(({ text, top }) => top > 100 && text.trim() !== '')
    expect(directionOf(language) === 'rtl' ? Math.max(...edge.map(each => each.right)) > 195 : Math.min(...edge.map(each => each.left)) < 16, `${language}: begins at the edge where it is written from`).toBe(true)
    return sheet
  }
  const fontNames = (sheet: PdfPage): readonly string[] => [...new Set(sheet.fonts.map(({ name }) => name.replace(/^\w+\+/, '')))].toSorted()

  await amend(() => drawer.getByRole('textbox', { name: patientText.address }).fill('128 Nordrhein-Westfälische Straße\nChicago, IL 60601'))
  const plain = await printed('en', 'Małgorzata Szczepańska-Huỳnh')
  expect(fontNames(plain), 'every Latin letter and mark out of one type: out of two, the marks fall on the wrong letters').toEqual(['NotoSans-Bold', 'NotoSans-Regular'])

  const long = 'Małgorzata فاطمة Szczepańska-Huỳnh 欧阳娜娜'
  await amend(() => drawer.getByRole('textbox', { name: patientText.family }).fill('فاطمة Szczepańska-Huỳnh 欧阳娜娜'))
  for (const language of ['ar', 'zh'] as const) {
    await amend(async () => { await drawer.getByRole('combobox', { name: patientText.language }).selectOption({ label: cardWords[language].itself }) })
    await printed(language, long)
  }
  await amend(() => drawer.getByRole('checkbox', { name: patientText.largePrint }).check())
  // Large print stays large in the address; so long a one goes on below the window.
  const large = await printed('zh', long, 106)
  expect(Math.min(...large.texts.filter(({ text }) => text.trim() !== '').map(({ points }) => points))).toBeGreaterThan(17.9)
})

test('address labels begin at the chosen label, each patient’s name and address whole on one of its own, in every script', async ({ desk }) => {
  const { page } = desk
  await signInAs(page, 'front-desk')
  await goTo(page, 'cards')
  await page.getByRole('radiogroup', { name: cardsText.range }).getByText(cardsText.week).click()
  await page.getByRole('radiogroup', { name: cardsText.startLabel }).getByRole('radio').nth(4).click()
  const stock = stockNamed(firstPrintSettings, 'avery-5160')
  const button = page.getByRole('button', { name: new RegExp(`^${cardsText.savePdf}: Print \\d+ address(es)? · ${stock.name}$`) })
  const count = Number(/Print (\d+)/.exec(await button.getAttribute('aria-label') ?? '')?.[1])
  const names = await page.getByRole('table', { name: cardsText.title }).locator('bdi').allInnerTexts()
  const { pages: sheets, tagged } = await savedBy(desk, button, count === 1 ? 'appointment-card.pdf' : 'appointment-cards.pdf')
  expect(tagged).toBe(true)
  expect(sheets).toHaveLength(Math.ceil((count + 4) / cellsOf(stock)))

  const labels = sheets.flatMap((sheet) => {
    expect(Math.abs(sheet.width - stock.page.width / 1000) + Math.abs(sheet.height - stock.page.height / 1000)).toBeLessThan(0.2)
    expect(sheet.fonts.filter(font => !font.embedded || !font.name.includes('NotoSans'))).toEqual([])
    expect(sheet.text).not.toMatch(secrets)
    const boxes = Array.from({ length: cellsOf(stock) }, (_, cell) => cellBox(stock, cell))
    const isIn = ({ left, right, top }: PdfText, cell: number): boolean => {
      const box = boxes[cell]
      return box !== undefined && left >= box.left / 1000 && right <= (box.left + box.width) / 1000 && top > box.top / 1000 && top < (box.top + box.height) / 1000
    }
    for (const text of sheet.texts.filter(each => each.text.trim() !== '')) {
      expect(boxes.some((_, cell) => isIn(text, cell)), `“${text.text}” lies on a label`).toBe(true)
      expect(text.points).toBeGreaterThan(11.9)
    }
    return boxes.map((_, cell) => letters(sheet.texts.filter(text => isIn(text, cell)).map(each => each.text).join('')))
  })
  expect(labels.map(text => text !== '')).toEqual(labels.map((_, cell) => cell >= 4 && cell < count + 4))
  for (const label of labels.slice(4, count + 4)) {
    const said = label.replaceAll(/\d/g, '')
    const whose = names.map(name => letters(`${name}Example Street Chicago, IL`)).filter(wanted => says(said, wanted))
    expect(label.length - said.length, 'the street’s number and the postal code').toBe(8)
    expect(whose.length, `“${label}” is a name of the list and its whole address, and nothing else`).toBeGreaterThan(0)
  }
})
