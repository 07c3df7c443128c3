/**
 * Where a law holds, by ISO 3166-2: a country whose law differs within it, and its parts. What holds in a country holds in
 * each of its parts.
 */
export const jurisdictions = [
  'US', 'US-AL', 'US-AK', 'US-AZ', 'US-AR', 'US-CA', 'US-CO', 'US-CT', 'US-DE', 'US-DC', 'US-FL', 'US-GA', 'US-HI', 'US-ID', 'US-IL', 'US-IN', 'US-IA',
  'US-KS', 'US-KY', 'US-LA', 'US-ME', 'US-MD', 'US-MA', 'US-MI', 'US-MN', 'US-MS', 'US-MO', 'US-MT', 'US-NE', 'US-NV', 'US-NH', 'US-NJ', 'US-NM', 'US-NY',
  'US-NC', 'US-ND', 'US-OH', 'US-OK', 'US-OR', 'US-PA', 'US-RI', 'US-SC', 'US-SD', 'US-TN', 'US-TX', 'US-UT', 'US-VT', 'US-VA', 'US-WA', 'US-WV', 'US-WI',
  'US-WY',
  'GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS',
  'CA', 'CA-AB', 'CA-BC', 'CA-MB', 'CA-NB', 'CA-NL', 'CA-NS', 'CA-NT', 'CA-NU', 'CA-ON', 'CA-PE', 'CA-QC', 'CA-SK', 'CA-YT',
  'AU', 'AU-ACT', 'AU-NSW', 'AU-NT', 'AU-QLD', 'AU-SA', 'AU-TAS', 'AU-VIC', 'AU-WA',
] as const
export type Jurisdiction = (typeof jurisdictions)[number]

/** Whether what holds in one jurisdiction holds at a place in another: in itself, and in every part of it. */
export const reaches = (law: Jurisdiction, place: Jurisdiction): boolean => law === place || place.startsWith(`${law}-`)

/** What kind of practice a law speaks of; a place may be both. */
export const settings = ['medical', 'cosmetic'] as const
export type Setting = (typeof settings)[number]

/** Whose law holds at a place, and as what kind of practice it counts there. */
export type Regulation = { readonly jurisdiction: Jurisdiction; readonly setting: Setting | 'both' }

/** What a visit is for; `unknown`: nobody has said, so every rule that could hold does. */
export const purposes = ['therapeutic', 'cosmetic', 'unknown'] as const
export type Purpose = (typeof purposes)[number]
