const mediaTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
// Forty pages, and thirty mebibytes of base64 for them together.
const mostPages = 40
const mostText = 42_000_000

/** The pages of a file as pictures, in their order. */
export type Pictures = { readonly mediaType: (typeof mediaTypes)[number]; readonly pages: readonly Buffer[] }

/** Pictures out of what the page sent, or nothing where they are none. */
export function readPictures(raw: unknown): Pictures | undefined {
  if (typeof raw !== 'object' || raw === null || !('mediaType' in raw) || !('pages' in raw) || !Array.isArray(raw.pages)) return undefined
  const mediaType = mediaTypes.find(each => each === raw.mediaType)
  const texts: readonly unknown[] = raw.pages
  if (mediaType === undefined || texts.length === 0 || texts.length > mostPages) return undefined
  const pages = texts.flatMap(text => (typeof text === 'string' && text.length <= mostText ? [Buffer.from(text, 'base64')] : []))
  const whole = pages.length === texts.length && pages.every(page => page.length > 0) && pages.reduce((sum, page) => sum + page.length, 0) * 4 / 3 <= mostText
  return whole ? { mediaType, pages } : undefined
}
