import type { AppointmentId, LocationId, PractitionerId, PrintJobId } from '../ids.ts'
import type { Instant, PlainDate } from '../time/values.ts'
import { type Flip, mostNudge, type Nudge, type PaperKind, type Stock } from './stock.ts'
import { type PageName, stocks } from './stocks.ts'

/** A printer as it was set right, known by its name on this computer. */
export type PrinterSetting = { readonly name: string; readonly nudge: Nudge; readonly flip: Flip }
/** Where one kind of paper is printed; without a printer the system's dialog asks, and only with one can it be silent. */
export type PaperChoice = { readonly kind: PaperKind; readonly printer: string | null; readonly silent: boolean }

/** What is settled about printing. */
export type PrintSettings = {
  readonly version: number
  readonly printers: readonly PrinterSetting[]
  readonly choices: readonly PaperChoice[]
  /** Papers that the practice measured itself. */
  readonly measured: readonly Stock[]
  /** The card stock that is offered first. */
  readonly usual: string
  readonly page: PageName
}

export const firstPrintSettings: PrintSettings = { version: 0, printers: [], choices: [], measured: [], usual: 'card-us', page: 'letter' }

/** Every paper that can be printed on: the known ones, then the practice's own. */
export const allStocks = ({ measured }: Pick<PrintSettings, 'measured'>): readonly Stock[] => [...stocks, ...measured]
export const stockNamed = (settings: PrintSettings, id: string): Stock => allStocks(settings).find(stock => stock.id === id) ?? stocks[0]

/** Where a kind of paper is printed. */
export const choiceFor = ({ choices }: PrintSettings, kind: PaperKind): PaperChoice => choices.find(choice => choice.kind === kind) ?? { kind, printer: null, silent: false }
/** How a printer was set right; untouched where it never was. */
export const settingOf = ({ printers }: PrintSettings, name: string | null): PrinterSetting =>
  printers.find(printer => printer.name === (name ?? '')) ?? { name: name ?? '', nudge: { x: 0, y: 0 }, flip: 'none' }

const step = (millimetres: number): number => Math.round(Math.min(mostNudge, Math.max(-mostNudge, millimetres)) * 10) / 10

/** Settings as they are kept: nudges within reach, silent only where a printer is named, one entry a printer and a kind. */
export function tidyPrintSettings(settings: PrintSettings): PrintSettings {
  const printers = [...new Map(settings.printers.map(each => [each.name, { ...each, nudge: { x: step(each.nudge.x), y: step(each.nudge.y) } }])).values()]
  const choices = [...new Map(settings.choices.map(each => [each.kind, { ...each, silent: each.silent && each.printer !== null }])).values()]
  return { ...settings, printers, choices, usual: allStocks(settings).some(stock => stock.id === settings.usual) ? settings.usual : firstPrintSettings.usual }
}

const inside = (stock: Stock, from: number, count: number, pitch: number, size: number, page: number): boolean =>
  from >= 0 && size > 2 * stock.margin && (count === 1 || pitch >= size) && from + (count - 1) * pitch + size <= page

/** Whether measures that somebody took make a paper: its cards lie on the page, and not on each other. */
export const isPossible = (stock: Stock): boolean =>
  stock.columns >= 1 && stock.rows >= 1 && stock.margin >= 0
  && inside(stock, stock.left, stock.columns, stock.pitchX, stock.card.width, stock.page.width)
  && inside(stock, stock.top, stock.rows, stock.pitchY, stock.card.height, stock.page.height)

export const papers = ['card', 'series-letter', 'label', 'day-sheet', 'tomorrow', 'call-list', 'ruler'] as const
/** What is printed. */
export type Paper = (typeof papers)[number]

/** A job by what it is made of, never by what it says: it is composed anew when it is printed again. */
export type PrintRequest = {
  readonly paper: Paper
  readonly appointmentIds: readonly AppointmentId[]
  readonly stock: string
  readonly startCell: number
  readonly day: { readonly locationId: LocationId; readonly date: PlainDate; readonly practitionerId: PractitionerId | null } | null
}

/** A job that no printer took. */
export type KeptPrintJob = { readonly id: PrintJobId; readonly version: number; readonly at: Instant; readonly accountName: string; readonly request: PrintRequest; readonly reason: string }
