/** Orders texts by their characters, the same in every language; fit for ids, which sort by the time at which they were made. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Orders things by id: earlier-made first. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byText(a.id, b.id)

/** Orders things by the practitioner they are about. */
export const byPractitioner = (a: { readonly practitionerId: string }, b: { readonly practitionerId: string }): number =>
  byText(a.practitionerId, b.practitionerId)
