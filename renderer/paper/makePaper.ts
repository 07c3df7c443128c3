import type { PrintJob } from '../../shared/contract/wire.ts'
import type { RevealingWord } from '../../shared/domain/privacy/lint.ts'
import { choiceFor, type PrintRequest, type PrintSettings, settingOf, stockNamed } from '../../shared/domain/paper/printing.ts'
import type { AppointmentCard } from '../../shared/domain/card.ts'
import { cellsOf, type PaperKind, type Stock } from '../../shared/domain/paper/stock.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import type { DeskClient } from '../client.ts'
import { makeCards, mayPrint, paperOf, type Settled } from './makeCards.ts'
import { makeLetter } from './makeLetter.ts'
import { makeList } from './makeLists.ts'
import { rulerDocument } from './rulerDocument.ts'

/** A document ready for the printer, what it is made of, how much of it went out before, and the bigger paper that its text needs where it does. */
export type Made = {
  readonly job: PrintJob
  readonly request: PrintRequest
  readonly kind: PaperKind
  readonly again: number
  readonly moved: Stock | null
  readonly printing: PrintSettings
}

/** What making paper asks of its surroundings; on another printer than the chosen one, nothing of that one's settings counts. */
export type Making = { readonly client: DeskClient; readonly today: PlainDate; readonly mayReadStaff: boolean; readonly onAnother?: boolean }

const refused = (problem: Problem): Result<never, string> => err(problemSentence(problem))

const area = ({ page }: Stock): number => page.width * page.height
/** A single card that has outgrown the paper asked for takes its whole job along to the bigger one; a sheet stays the sheet in the tray. */
function roomFor(cards: readonly AppointmentCard[], settled: Settled, asked: Stock, kind: 'card' | 'label'): Stock {
  const papers = cellsOf(asked) > 1 ? [] : cards.map(card => paperOf(card, settled, asked, kind))
  return papers.reduce((biggest, paper) => (area(paper) > area(biggest) ? paper : biggest), asked)
}

async function forPatients(request: PrintRequest, { client, today }: Making, settled: Settled): Promise<Result<Made, string>> {
  const { design, printing } = settled
  // Read anew, in one transaction: what is printed is what the store holds now, not what the screen still shows.
  const read = await client.card.batch({ ids: request.appointmentIds })
  if (!read.ok) return refused(read.problem)
  const wanted = read.value.filter(({ card }) => mayPrint(card))
  const cards = wanted.map(({ card }) => card)
  if (cards.length === 0) {
    const findings: readonly RevealingWord[] = read.value.filter(({ card }) => !card.doNotPrint).flatMap(({ card }) => card.findings)
    return err(read.value.length === 0 ? cardsText.gone : findings.length > 0 ? cardsText.reveals(findings) : cardsText.doNotPrint)
  }
  const made = { ...request, appointmentIds: cards.map(card => card.visit.id) }
  if (request.paper === 'series-letter') {
    const letter = await makeLetter(cards, design, printing.page, today)
    return letter === null ? err(cardsText.gone) : ok({ job: letter, request: made, kind: 'list', again: 0, moved: null, printing })
  }
  const asked = stockNamed(printing, request.stock)
  const kind = request.paper === 'label' ? 'label' : 'card'
  const stock = roomFor(cards, settled, asked, kind)
  const job = await makeCards(cards, settled, stock, request.startCell, kind)
  if (job === null || job === 'too-long') return err(job === null ? cardsText.gone : cardsText.tooLong)
  return ok({ job, request: made, kind: stock.kind, again: kind === 'label' ? 0 : wanted.filter(({ lastPrinted }) => lastPrinted !== null).length, moved: stock === asked ? null : stock, printing })
}

/** Composes what a request names from what the store holds now; a sentence where there is nothing to print, or nothing may be. */
export async function makePaper(request: PrintRequest, making: Making): Promise<Result<Made, string>> {
  const { client, today, mayReadStaff, onAnother = false } = making
  const settings = await client.paper.settings({})
  if (!settings.ok) return refused(settings.problem)
  const { design } = settings.value
  const printing = onAnother ? { ...settings.value.printing, choices: [] } : settings.value.printing
  if (request.paper === 'ruler') {
    const stock = stockNamed(printing, request.stock)
    return ok({ job: rulerDocument(stock, settingOf(printing, choiceFor(printing, stock.kind).printer).nudge), request, kind: stock.kind, again: 0, moved: null, printing })
  }
  if (request.paper === 'card' || request.paper === 'label' || request.paper === 'series-letter') return forPatients(request, making, { design, printing })
  if (request.day === null) return err(cardsText.gone)
  const list = await makeList(client, request.paper, request.day, printing, today, mayReadStaff)
  return list.ok ? ok({ job: list.value, request, kind: 'list', again: 0, moved: null, printing }) : refused(list.problem)
}
