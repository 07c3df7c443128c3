import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { fileSentence } from '../../../shared/text/en/exchange.ts'

/** What was read, and the name of the encoding it was written in. */
export type CsvText = { readonly text: string; readonly encoding: string }

const marks: readonly { readonly bytes: readonly number[]; readonly label: string; readonly name: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', name: 'UTF-8 with byte order mark' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', name: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', name: 'UTF-16BE' },
]
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Plain text in UTF-16 without a mark: every other byte of Western text is zero, and which one says the order. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 5 && even === 0) return 'utf-16le'
  return even > head.length / 5 && odd === 0 ? 'utf-16be' : null
}

const otherKind = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fileSentence.workbook
  return startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) ? fileSentence.pdf : null
}

// Control characters other than tab, line feed, carriage return and form feed are in no text that a person wrote.
const controls = /[\u0000-\u0008\u000b\u000e-\u001f]/

function read(bytes: Uint8Array): CsvText | null {
  const mark = marks.find(known => startsWith(bytes, known.bytes))
  const label = mark?.label ?? unmarkedUtf16(bytes)
  if (label !== null) {
    const text = decoded(bytes, label)
    return text === null ? null : { text, encoding: mark?.name ?? label.toUpperCase() }
  }
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8' }
  // Not UTF-8: what spreadsheets on Windows write in Western countries. Every byte means something in it, so it comes last.
  const western = decoded(bytes, 'windows-1252')
  return western === null ? null : { text: western, encoding: 'Windows-1252' }
}

/** Reads the bytes of a text file in the encoding that it shows itself to be in; refused with a sentence when it is no text. */
export function csvText(bytes: Uint8Array): Result<CsvText, string> {
  if (bytes.length === 0) return err(fileSentence.empty)
  const other = otherKind(bytes)
  if (other !== null) return err(other)
  const found = read(bytes)
  if (found === null || controls.test(found.text)) return err(fileSentence.notText)
  return found.text.trim() === '' ? err(fileSentence.empty) : ok(found)
}
