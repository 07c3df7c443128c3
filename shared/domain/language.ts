/** Languages in which paper for patients can be printed. */
export const languages = ['en', 'es', 'fr', 'pt', 'de', 'pl', 'ar', 'ur', 'zh', 'vi'] as const
export type Language = (typeof languages)[number]

/** Which way a language is written. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' || language === 'ur' ? 'rtl' : 'ltr')
