const mediaTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
// Ten mebibytes as base64.
const mostText = 14_000_000

export type Picture = { readonly mediaType: (typeof mediaTypes)[number]; readonly bytes: Buffer }

/** A picture out of what the page sent, or nothing where it is not one. */
export function readPicture(raw: unknown): Picture | undefined {
  if (typeof raw !== 'object' || raw === null || !('mediaType' in raw) || !('bytes' in raw)) return undefined
  const mediaType = mediaTypes.find(each => each === raw.mediaType)
  if (mediaType === undefined || typeof raw.bytes !== 'string' || raw.bytes.length > mostText) return undefined
  const bytes = Buffer.from(raw.bytes, 'base64')
  return bytes.length === 0 ? undefined : { mediaType, bytes }
}
