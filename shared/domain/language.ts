/** Languages in which paper for patients can be printed. */
export const languages = ['en', 'es', 'fr', 'pt', 'de', 'pl', 'ar', 'ur', 'zh', 'vi'] as const
export type Language = (typeof languages)[number]

/** Which way a language is written. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' || language === 'ur' ? 'rtl' : 'ltr')

/** Which way a text runs that is in nobody knows what language: as its first letter does. */
export const directionOfText = (text: string): 'ltr' | 'rtl' =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text) ? 'rtl' : 'ltr'
