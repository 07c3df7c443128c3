import { z } from 'zod'
import type { AppointmentCard, CardVisit } from '../domain/card.ts'
import { type CardDesign, cardLineKinds, logoPattern, wordedLines } from '../domain/cardDesign.ts'
import type { AppointmentId, LocationId, PractitionerId, PrintJobId } from '../domain/ids.ts'
import { languages } from '../domain/language.ts'
import { type KeptPrintJob, papers, type PrintRequest, type PrintSettings } from '../domain/paper/printing.ts'
import { paperKinds, type Stock } from '../domain/paper/stock.ts'
import type { RevealingWord } from '../domain/privacy/lint.ts'
import { revealingKinds } from '../domain/privacy/revealing.ts'
import { humanName } from './people.ts'
import { id, instant, interval, line, list, plainDate, type Schema, version, wallDateTime, words, zoneId } from './scalars.ts'

const language = z.enum(languages)
export const revealingWord: Schema<RevealingWord> = z.strictObject({ kind: z.enum(revealingKinds), word: z.string() })

const cardVisit: Schema<CardVisit> = z.strictObject({ id: id<AppointmentId>(), version, start: wallDateTime, interval, arriveBy: wallDateTime, zone: zoneId })
export const appointmentCard: Schema<AppointmentCard> = z.strictObject({
  practiceName: line, patientName: humanName, visit: cardVisit, following: list(cardVisit), locationName: line, address: words, telephone: line, askFor: line, language,
  largePrint: z.boolean(), doNotPrint: z.boolean(), envelopeOnly: z.boolean(), postalAddress: words, findings: list(revealingWord),
})
/** A card, and when it was last printed or saved; `null` when never. */
export const cardToPrint = z.strictObject({ card: appointmentCard, lastPrinted: instant.nullable() })

const designFields = {
  lines: list(z.strictObject({ kind: z.enum(cardLineKinds), shown: z.boolean(), large: z.boolean() }), cardLineKinds.length),
  wording: list(z.strictObject({ language, line: z.enum(wordedLines), text: line }), languages.length * wordedLines.length),
  qr: z.boolean(),
  logo: z.string().max(400_000).regex(logoPattern).nullable(),
  ownWords: list(line, 200),
}
/** Version 0 is what holds before anything was settled. */
const settledVersion = z.int().min(0)
export const cardDesign: Schema<CardDesign> = z.strictObject({ version: settledVersion, ...designFields })

const microns = z.int().min(0).max(1_500_000)
const size = z.strictObject({ width: microns, height: microns })
const millimetres = z.number().min(-20).max(20)
export const stock: Schema<Stock> = z.strictObject({
  id: line, kind: z.enum(paperKinds), name: line, page: size, card: size, columns: z.int().min(1).max(20), rows: z.int().min(1).max(50), left: microns, top: microns,
  pitchX: microns, pitchY: microns, margin: microns, source: line,
})
export const printSettings: Schema<PrintSettings> = z.strictObject({
  version: settledVersion,
  printers: list(z.strictObject({ name: line, nudge: z.strictObject({ x: millimetres, y: millimetres }), flip: z.enum(['none', 'long-edge', 'short-edge']) }), 100),
  choices: list(z.strictObject({ kind: z.enum(paperKinds), printer: line.nullable(), silent: z.boolean() }), paperKinds.length),
  measured: list(stock, 50), usual: line, page: z.enum(['a4', 'letter']),
})

export const printRequest: Schema<PrintRequest> = z.strictObject({
  paper: z.enum(papers), appointmentIds: list(id<AppointmentId>(), 1000), stock: line, startCell: z.int().min(0).max(1000),
  day: z.strictObject({ locationId: id<LocationId>(), date: plainDate, practitionerId: id<PractitionerId>().nullable() }).nullable(),
})
export const keptPrintJob: Schema<KeptPrintJob> = z.strictObject({ id: id<PrintJobId>(), version, at: instant, accountName: line, request: printRequest, reason: line })
