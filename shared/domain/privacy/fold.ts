/** A text as it is compared, and for each of its letters the place in the text that it came from. */
export type Folded = { readonly text: string; readonly from: readonly number[] }

const forms: Readonly<Record<string, string>> = {
  ß: 'ss', ł: 'l', đ: 'd', ø: 'o', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd',
  ى: 'ي', ی: 'ي', ے: 'ي', ک: 'ك', ہ: 'ه', ھ: 'ه', ة: 'ه', ۃ: 'ه', 'ـ': '', ٱ: 'ا', '’': "'", 'ʼ': "'", '\u00a0': ' ',
}

// Letters of other alphabets that look like Latin ones; read as them only where they stand among Latin ones.
const lookalikes: Readonly<Record<string, string>> = { а: 'a', в: 'b', е: 'e', і: 'i', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ο: 'o', ρ: 'p', τ: 't', υ: 'y', χ: 'x' }

function build(text: string, letter: (sign: string) => string): Folded {
  let folded = ''
  const from: number[] = []
  let at = 0
  for (const sign of text) {
    const plain = letter(sign)
    folded += plain
    for (let i = 0; i < plain.length; i += 1) from.push(at)
    at += sign.length
  }
  return { text: folded, from }
}

/** The figures of Arabic and Persian writing as the ones that everybody compares. */
const figureOf = (sign: string): string | undefined => (/[\u0660-\u0669\u06f0-\u06f9]/.test(sign) ? String((sign.codePointAt(0) ?? 0) % 16) : undefined)

const bare = (sign: string): string =>
  /[!-~]/.test(sign) ? sign.toLowerCase() : [...sign.normalize('NFKD').toLowerCase()].map(each => (/[\p{M}\p{Cf}]/u.test(each) ? '' : forms[each] ?? figureOf(each) ?? (/\s/u.test(each) ? ' ' : each))).join('')

/** Without case, marks, invisible signs and the letters' other forms: `Ｍｉｇｒäｎｅ` is `migrane`. */
export const fold = (text: string): Folded => build(text, bare)

/** Without case only: in Vietnamese the marks make the word. */
export const lower = (text: string): Folded => build(text.normalize('NFC'), sign => (/\p{Cf}/u.test(sign) ? '' : /\s/u.test(sign) ? ' ' : sign.toLowerCase()))

/** With letters that were pulled apart (`B.o.t.o.x`) put together, and figures that stand for letters read as them (`B0tox`). */
export const undisguised = (text: string): Folded => {
  const folded = fold(text)
  // By one and the same sign: the word "a" before them is not one of them.
  const apart = /(?<![\p{L}\p{N}])[\p{L}\p{N}]([.\-_*·' ])(?:[\p{L}\p{N}]\1){2,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu
  const dropped = new Set<number>()
  for (const { 0: run, index } of folded.text.matchAll(apart)) for (const sign of run.matchAll(/[^\p{L}\p{N}]/gu)) dropped.add(index + sign.index)
  const figures: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's', '@': 'a' }
  for (const { index } of folded.text.matchAll(/(?<=\p{L})[.\-_*·](?=\p{L})/gu)) dropped.add(index)
  let joined = ''
  const from: number[] = []
  for (let i = 0; i < folded.text.length; i += 1) {
    if (dropped.has(i)) continue
    joined += folded.text[i]
    from.push(folded.from[i] ?? 0)
  }
  const readable = joined.replaceAll(/[\p{L}\d$@]*\p{L}[\p{L}\d$@]*/gu, word =>
    (/\p{Script=Latin}/u.test(word) ? [...word].map(sign => figures[sign] ?? lookalikes[sign] ?? sign).join('') : word))
  return { text: readable, from }
}
