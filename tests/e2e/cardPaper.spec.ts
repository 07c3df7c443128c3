import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { cardDocument } from '../../renderer/cards/cardDocument.ts'
import { cardStocks, stockFor } from '../../renderer/cards/cardStock.ts'
import { type AppointmentCard, cardTemplates } from '../../shared/domain/card.ts'
import { clinicZone, wall } from '../support/builders.ts'
import { expect, test } from '../support/desk.ts'

test.skip(({ host }) => host === 'desktop', 'Electron prints the same document; its own spec covers the file that it saves.')

const aCard = (given: string, family: string): AppointmentCard => ({
  practiceName: 'Lakeside',
  patientName: { given, family },
  start: wall('2026-12-08T14:20'),
  arriveBy: wall('2026-12-08T14:10'),
  zone: clinicZone,
  locationName: 'Main house',
  address: '1 Lake Street\nChicago, IL 60601',
  telephone: '+1 312 555 0101',
  askFor: 'the front desk',
  largePrint: false,
  doNotPrint: false,
})

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  return stdout
}

type Paper = { readonly pages: number; readonly widthMm: number; readonly heightMm: number; readonly text: string }

/** Prints the card on the stock that it needs, and reads the paper back. */
async function printed(desk: Page, card: AppointmentCard, template: (typeof cardTemplates)[number]): Promise<Paper> {
  // A page of its own, as a print job has: the program's page would hold the document to its own policy.
  const page = await desk.context().newPage()
  const folder = mkdtempSync(join(tmpdir(), 'injection-desk-card-'))
  try {
    const path = join(folder, 'card.pdf')
    await page.setContent(cardDocument([card], template)?.html ?? '')
    await page.pdf({ path, preferCSSPageSize: true })
    const told = run('pdfinfo', path)
    const size = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(told)
    const mm = (points: string | undefined) => (Number(points) * 25.4) / 72
    return {
      pages: Number(/Pages:\s+(\d+)/.exec(told)?.[1]),
      widthMm: mm(size?.[1]),
      heightMm: mm(size?.[2]),
      text: run('pdftotext', path, '-').replace(/\s+/g, ' '),
    }
  } finally {
    await page.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

for (const template of cardTemplates) {
  test(`${template} comes out in its exact size, with the name and the time on it`, async ({ desk }) => {
    const paper = await printed(desk.page, aCard('Rosa', 'Ortega'), template)
    const stock = cardStocks[template]
    expect(Math.abs(paper.widthMm - stock.widthMicrons / 1000), 'width in mm').toBeLessThan(0.2)
    expect(Math.abs(paper.heightMm - stock.heightMicrons / 1000), 'height in mm').toBeLessThan(0.2)
    expect(paper.pages).toBe(1)
    expect(paper.text).toContain('Rosa Ortega')
    expect(paper.text).toContain('Tuesday 8 December')
    expect(paper.text).toContain('14:20')
  })
}

test('a practice with a long name and address fits the smallest card', async ({ desk }) => {
  const card = {
    ...aCard('Tamara', 'Holloway'),
    practiceName: 'Demo practice (made-up data)',
    locationName: 'Lakeside',
    address: '100 Demonstration Avenue, Chicago, IL 60600',
  }
  expect(stockFor(card, 'card-us')).toBe('card-us')
  expect((await printed(desk.page, card, 'card-us')).pages).toBe(1)
})

const names: readonly (readonly [string, string])[] = [
  ['María de los Ángeles', 'Fernández-Castellanos'],
  ['太郎', '山田'],
  ['WWWWWWWWWW', 'MMMMMMMMMM'],
  ['', 'Wolfeschlegelsteinhausenbergerdorff'],
  ['Maria Theresia Wilhelmine', 'von und zu Hohenlohe-Waldenburg-Schillingsfürst'],
]
for (const [given, family] of names) {
  test(`what is said to fit fits: ${given} ${family}`, async ({ desk }) => {
    for (const wanted of cardTemplates) {
      const card = aCard(given, family)
      const template = stockFor(card, wanted)
      expect((await printed(desk.page, card, template)).pages, `${wanted} on ${template}`).toBe(1)
    }
  })
}
