import { type Language, languages } from './language.ts'
import { type RevealingWord, revealedBy } from './privacy/lint.ts'
import { err, ok, type Result } from './result.ts'
import { tidyLine } from './typed.ts'

/** What a card can say, in the order in which a new design says it. */
export const cardLineKinds = ['title', 'name', 'date', 'time', 'place', 'address', 'askFor', 'change', 'note', 'following'] as const
export type CardLineKind = (typeof cardLineKinds)[number]
/** Without these a card is none. */
export const neededLines: readonly CardLineKind[] = ['name', 'date', 'time']
/** Lines whose wording a practice may choose, language by language. */
export const wordedLines = ['title', 'askFor', 'change', 'note'] as const
export type WordedLine = (typeof wordedLines)[number]

export type CardLine = { readonly kind: CardLineKind; readonly shown: boolean; readonly large: boolean }
export type Wording = { readonly language: Language; readonly line: WordedLine; readonly text: string }

/** How a practice's cards look and what they say, the same for all its patients. */
export type CardDesign = {
  readonly version: number
  readonly lines: readonly CardLine[]
  readonly wording: readonly Wording[]
  /** A QR code that puts "Appointment" into a calendar. */
  readonly qr: boolean
  /** A PNG or JPEG picture as a data address; `null` when there is none. */
  readonly logo: string | null
  /** Words that the practice wants on no paper, besides those that the program knows. */
  readonly ownWords: readonly string[]
}

export const firstDesign: CardDesign = {
  version: 0,
  lines: cardLineKinds.map(kind => ({ kind, shown: !['title', 'note', 'following'].includes(kind), large: false })),
  wording: [], qr: false, logo: null, ownWords: [],
}

/** The picture formats that can carry no script. */
export const logoPattern = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+=*$/

export type DesignFault = { readonly code: 'reveals-treatment'; readonly findings: readonly RevealingWord[] }

/** A design as it is kept: every line once, the needed ones shown; refused where its wording gives something away. */
export function tidyDesign(design: CardDesign): Result<CardDesign, DesignFault> {
  const given = [...new Map(design.lines.map(line => [line.kind, line])).values()]
  const absent = cardLineKinds.filter(kind => !given.some(line => line.kind === kind)).map(kind => ({ kind, shown: false, large: false }))
  const lines = [...given, ...absent].map(line => ({ ...line, shown: line.shown || neededLines.includes(line.kind) }))
  const ownWords = [...new Set(design.ownWords.map(tidyLine))].filter(word => word !== '')
  const wording = design.wording.map(each => ({ ...each, text: tidyLine(each.text) }))
    .filter(each => each.text !== '' && languages.includes(each.language))
  const findings = wording.flatMap(({ text }) => revealedBy(text, undefined, ownWords))
  return findings.length > 0 ? err({ code: 'reveals-treatment', findings }) : ok({ ...design, lines, wording, ownWords })
}
