import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import type { HumanName } from '../../shared/domain/person.ts'
import { tidyName } from '../../shared/domain/typed.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { fullName, listName } from '../../shared/text/en/names.ts'
import { patientsText, patientText } from '../../shared/text/en/patients.ts'
import { lettersFamily } from '../../renderer/ui/lettersOnScreen.ts'
import { expect, test } from '../support/desk.ts'
import { drawerOf, goTo, signInAs } from '../support/onScreen.ts'

test.use({ demo: true })

// Public lists that lie beside the project; where they do not, our own few of the same kind stand in.
const folder = new URL('../../../shared/samples/names/', import.meta.url)
const read = (file: string): unknown => existsSync(new URL(file, folder)) ? JSON.parse(readFileSync(new URL(file, folder), 'utf8')) : null
const naughty = z.array(z.string()).nullable().parse(read('blns/blns_even.json')) ?? []
const like = (wanted: RegExp, otherwise: string): string => naughty.find(text => wanted.test(text) && text.length <= 120) ?? otherwise

const horrors: readonly HumanName[] = [
  { given: 'Mark', family: like(/^<\/script><script>/, '</script><script>alert(1)</script>') },
  { given: like(/<img[^>]+onerror/i, '"`\'><img src=x onerror=alert(1)>'), family: 'Vonimg' },
  { given: like(/autofocus/, '" onfocus=alert(1) autofocus'), family: like(/DROP TABLE/, "1'; DROP TABLE patients-- 1") },
  { given: 'Ifra', family: like(/<iframe src=http/, '<iframe src=http://example.org/x <') },
  { given: like(/^[\u202a\u202b\u2066-\u2069].*[a-z]/, '\u202Etest\u202C'), family: like(/[\u0591-\u05f4]{3}/, 'בְּרֵאשִׁית') },
]

const locale = z.object({ first: z.array(z.string()), last: z.array(z.string()) }).nullable()
const from = (file: string, given: string, family: string): HumanName => {
  const list = locale.parse(read(`faker-locales/${file}.json`))
  return { given: list?.first[17] ?? given, family: list?.last[23] ?? family }
}
const scripts: readonly HumanName[] = [
  from('ar', 'فاطمة', 'الخطيب'), from('ja', '太郎', '山田'), from('el', 'Σταύρος', 'Μαυρογιάννης'), from('vi', 'Thị Minh Anh', 'Nguyễn'), from('tr', 'İbrahim', 'Çağlı'),
]

/** What would betray that a name was taken for anything but a name. */
function watch(page: Page): () => readonly string[] {
  const seen: string[] = []
  const { protocol, host } = new URL(page.url())
  const own = [`${protocol}//${host}/`, 'data:', 'blob:', 'about:']
  page.on('dialog', dialog => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => {
    if (!own.some(start => request.url().startsWith(start))) seen.push(`request ${request.url()}`)
  })
  page.on('popup', popup => seen.push(`window ${popup.url()}`))
  return () => seen
}

async function register(page: Page, name: HumanName): Promise<void> {
  await goTo(page, 'patients')
  const main = page.getByRole('main')
  await main.getByRole('button', { name: patientsText.register, exact: true }).click()
  await main.getByRole('textbox', { name: patientText.given }).fill(name.given)
  await main.getByRole('textbox', { name: patientText.family }).fill(name.family)
  await main.getByRole('button', { name: patientText.save, exact: true }).click()
  const anyway = main.getByRole('button', { name: patientText.anyway })
  const heading = drawerOf(page).getByRole('heading', { level: 2 })
  await expect(anyway.or(heading)).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await expect.poll(() => heading.textContent(), 'in the drawer').toBe(fullName(name))
}

async function book(page: Page): Promise<void> {
  const drawer = drawerOf(page)
  await drawer.getByRole('button', { name: patientText.book }).click()
  await drawer.getByRole('combobox', { name: bookingText.serviceLabel }).fill('migraine')
  await drawer.getByRole('option', { name: /migraine/i }).first().click()
  await drawer.getByRole('listbox', { name: bookingText.slots }).getByRole('option').first().click()
  await drawer.getByRole('button', { name: bookingText.go, exact: true }).click()
}

for (const [kind, names] of [['strings made to break things', horrors], ['names of many scripts', scripts]] as const) {
  test(`${kind} are registered, found, and shown as they are written, everywhere`, async ({ desk }) => {
    const { page } = desk
    await signInAs(page, 'front-desk')
    const seen = watch(page)
    for (const name of names.map(tidyName)) {
      await register(page, name)
      await page.getByRole('searchbox', { name: patientsText.search }).fill(fullName(name))
      const found = page.getByRole('table', { name: patientsText.list }).locator('button.row-open')
      await expect.poll(() => found.allTextContents(), 'in the list').toContain(listName(name))
      await book(page)
      await expect.poll(() => drawerOf(page).frameLocator('iframe').locator('body').textContent(), 'on the card').toContain(fullName(name))
      await goTo(page, 'day')
      await expect.poll(() => page.getByRole('gridcell').locator('bdi').allTextContents(), 'on the day').toContain(fullName(name))
    }
    // What no type of the system has is drawn out of the program's own.
    const loaded = (): Promise<number> => page.evaluate(family => [...document.fonts].filter(face => face.family.includes(family) && face.status === 'loaded').length, lettersFamily)
    await expect.poll(loaded, 'no name is a row of boxes').toBeGreaterThan(0)
    expect(await page.locator('img, iframe[src], [onerror], [onfocus], script:not([src])').count(), 'no name became an element').toBe(0)
    expect(seen()).toEqual([])
  })
}
