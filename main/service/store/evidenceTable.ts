import type { VersionedRow } from './versionedRow.ts'

/** What is known of a file that shows a certification; what is in it lies in a table of its own. */
export type EvidenceRow = VersionedRow & {
  readonly qualification_id: string
  readonly title: string
  readonly media_type: string
  readonly size: number
  readonly sha256: string
  readonly at: number
  readonly by_name: string
  readonly status: string
  readonly reason: string
}
