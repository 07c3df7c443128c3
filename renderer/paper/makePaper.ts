import type { PrintJob } from '../../shared/contract/wire.ts'
import type { RevealingWord } from '../../shared/domain/privacy/lint.ts'
import { choiceFor, type PrintRequest, settingOf, stockNamed } from '../../shared/domain/paper/printing.ts'
import type { PaperKind } from '../../shared/domain/paper/stock.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import { cardsText } from '../../shared/text/en/cards.ts'
import { problemSentence } from '../../shared/text/problems.ts'
import type { DeskClient } from '../client.ts'
import { makeCards, mayPrint, type Settled } from './makeCards.ts'
import { makeLetter } from './makeLetter.ts'
import { makeList } from './makeLists.ts'
import { rulerDocument } from './rulerDocument.ts'

/** A document ready for the printer, what it is made of, and how much of it went out before. */
export type Made = { readonly job: PrintJob; readonly request: PrintRequest; readonly kind: PaperKind; readonly again: number }

/** What making paper asks of its surroundings. */
export type Making = { readonly client: DeskClient; readonly today: PlainDate; readonly mayReadStaff: boolean } & Settled

const refused = (problem: Problem): Result<never, string> => err(problemSentence(problem))

async function forPatients(request: PrintRequest, { client, design, printing }: Making): Promise<Result<Made, string>> {
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
    const letter = await makeLetter(cards, design, printing.page)
    return letter === null ? err(cardsText.gone) : ok({ job: letter, request: made, kind: 'list', again: 0 })
  }
  const stock = stockNamed(printing, request.stock)
  const kind = request.paper === 'label' ? 'label' : 'card'
  const job = await makeCards(cards, { design, printing }, stock, request.startCell, kind)
  if (job === null || job === 'too-long') return err(job === null ? cardsText.gone : cardsText.tooLong)
  return ok({ job, request: made, kind: stock.kind, again: kind === 'label' ? 0 : wanted.filter(({ lastPrinted }) => lastPrinted !== null).length })
}

/** Composes what a request names from what the store holds now; a sentence where there is nothing to print, or nothing may be. */
export async function makePaper(request: PrintRequest, making: Making): Promise<Result<Made, string>> {
  const { client, printing, today, mayReadStaff } = making
  if (request.paper === 'ruler') {
    const stock = stockNamed(printing, request.stock)
    return ok({ job: rulerDocument(stock, settingOf(printing, choiceFor(printing, stock.kind).printer).nudge), request, kind: stock.kind, again: 0 })
  }
  if (request.paper === 'card' || request.paper === 'label' || request.paper === 'series-letter') return forPatients(request, making)
  if (request.day === null) return err(cardsText.gone)
  const list = await makeList(client, request.paper, request.day, printing, today, mayReadStaff)
  return list.ok ? ok({ job: list.value, request, kind: 'list', again: 0 }) : refused(list.problem)
}
