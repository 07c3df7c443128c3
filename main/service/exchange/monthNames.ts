// Month names as Western systems write them, long and short, from the platform's own tables.
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'ro', 'hu', 'tr'] as const

const plain = (word: string): string => word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}]/gu, '')

const months = new Map<string, number | null>()
const weekdays = new Set<string>()

for (const language of languages) {
  for (const style of ['long', 'short'] as const) {
    for (const context of [{ month: style }, { month: style, day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(language, { ...context, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const name = plain(format.formatToParts(Date.UTC(2024, month - 1, 15)).find(part => part.type === 'month')?.value ?? '')
        if (name === '') continue
        const before = months.get(name)
        // A word that means different months in different languages is read in English, or not at all.
        if (before === undefined) months.set(name, month)
        else if (before !== month && !isEnglish(name)) months.set(name, null)
      }
    }
    const days = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' })
    for (let day = 1; day <= 7; day += 1) weekdays.add(plain(days.format(Date.UTC(2024, 0, day))))
  }
}
months.set('sept', 9)

function isEnglish(name: string): boolean {
  return /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/.test(name)
}

/** The month (1 to 12) that a word names, or null. */
export const monthNamed = (word: string): number | null => months.get(plain(word)) ?? null

const aside = new Set(['st', 'nd', 'rd', 'th', 'of', 'the', 'at', 'de', 'del', 'di', 'den', 'le', 'um', 'a', 'às', 'tues', 'thurs', 'thur', 'weds'])

/** Words in a date that do not say which day it is: weekdays, endings of ordinals, little words between. */
export const isAsideWord = (word: string): boolean => aside.has(word) || weekdays.has(plain(word))
