import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { parsePlainDate } from '../../../../shared/domain/time/plainDate.ts'
import { staffSentence } from '../../../../shared/text/en/staffImport.ts'

const hl7Date = /^(\d{4})(\d{2})(\d{2})(?:\d{2}(?:\d{2}(?:\d{2}(?:\.\d{1,4})?)?)?)?(?:[+-]\d{4})?$/
const fhirDate = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}.*)?$/
const wholeUnit = /^\d{4}(?:-?\d{2})?$/

function dateBy(pattern: RegExp, text: string, field: string, tell: (message: string) => void): PlainDate | null {
  if (text === '') return null
  const [, year, month, day] = pattern.exec(text) ?? []
  // 9999-12-31 is how programs write that they do not know an end.
  const date = day === undefined || Number(year) < 1850 || Number(year) > 2200 ? null : parsePlainDate(`${year ?? ''}-${month ?? ''}-${day}`)
  // A year or month alone does not say on which day a certification ends: that is not guessed.
  if (date === null) tell((wholeUnit.test(text) ? staffSentence.dateNotToTheDay : staffSentence.notADate)(field, text))
  return date
}

/** The day of an HL7 v2 time stamp (DTM); told and null where it does not name one. */
export const hl7DateIn = (text: string, field: string, tell: (message: string) => void): PlainDate | null => dateBy(hl7Date, text, field, tell)

/** The day of a FHIR date or dateTime as it is written; told and null where it does not name one. */
export const fhirDateIn = (text: string, field: string, tell: (message: string) => void): PlainDate | null => dateBy(fhirDate, text, field, tell)
