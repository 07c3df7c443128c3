/** What every row that may be amended has. */
export type VersionedRow = { readonly id: string; readonly version: number }
