// Letters that Unicode does not take apart into a plain letter and a mark, and letters that people type for one another.
const alike: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't', ς: 'σ',
  ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ـ: '',
}
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu')

// Accents of Latin, Greek and Cyrillic, and vowel signs of Hebrew and Arabic. Marks of other scripts are letters to their readers.
const strokes = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/gu
const katakana = /[\u30A1-\u30F6]/gu
const digits = /\p{Nd}/gu
const invisible = /\p{Cf}/gu

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code))

/** Every script's digits lie in rows of ten that begin at a code ending in 0 or 6. */
function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 128) return digit
  const row = code - (code & 15)
  return String(code - (isDigit(row) ? row : row + 6))
}

/** Text as it is compared: without case, accents, width or invisible signs, other scripts kept. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replaceAll(strokes, '').toLowerCase().replaceAll(alikeLetters, letter => alike[letter] ?? letter).normalize('NFC')
    .replaceAll(katakana, kana => String.fromCharCode(kana.charCodeAt(0) - 0x60)).replaceAll(digits, westernDigit).replaceAll(invisible, '')

const hasDigit = /\d/
const notWritten = /[^\p{L}\p{M}\p{N}]+/gu
const apostrophes = /['’ʼ`´]/gu

/** A piece of text with its punctuation taken out, or as it is where it has nothing else. */
const onlyWritten = (piece: string): string => piece.replaceAll(notWritten, '')

/** The words of a text by which it is found. A piece with a digit stays one word, whatever stands between its digits. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  for (const piece of fold(text).split(/[\s,;]+/u)) {
    if (piece === '') continue
    const parts = hasDigit.test(piece) ? [onlyWritten(piece)] : piece.replaceAll(apostrophes, '').split(notWritten).filter(part => part !== '')
    // A name of nothing but signs is still somebody's name.
    words.push(...(parts.length === 0 || parts[0] === '' ? [piece] : parts))
  }
  // A text of nothing but invisible signs, commas or spaces is found by those.
  return words.length === 0 && text !== '' ? [text] : words
}

/** A number as it is searched: letters and digits only. */
export const numberKey = (text: string): string => onlyWritten(fold(text))

/** The digits by which two ways of writing one telephone number are the same: neither country nor trunk prefix. Empty for none. */
export function telephoneKey(telephone: string): string {
  const written = fold(telephone).replaceAll(/\D+/g, '')
  return written.length < 5 ? '' : written.slice(-7)
}

/** Scripts that put no space between family and given name. */
export const isUnspaced = (text: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
