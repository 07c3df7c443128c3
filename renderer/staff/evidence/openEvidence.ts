import type { EvidenceType } from '../../../shared/domain/evidence.ts'

export type OpenedFile = { readonly title: string; readonly mediaType: EvidenceType; readonly bytes: string; readonly sha256: string }

const endings: Readonly<Record<EvidenceType, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/** A file's bytes under the kind that they showed themselves to be, whatever the file was called. */
export const blobOf = ({ bytes, mediaType }: OpenedFile): Blob => new Blob([Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0))], { type: mediaType })

/** A picture as a page of its own: nothing in it runs, nothing is fetched. */
export const pictureDocument = ({ bytes, mediaType }: OpenedFile): string =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><style>body{margin:0}img{max-width:100%;display:block;margin:auto}</style></head>`
  + `<body><img alt="" src="data:${mediaType};base64,${bytes}"></body></html>`

/** Hands a copy to the person; its name says nothing about whom it is of. */
export function saveCopy(file: OpenedFile): void {
  const address = URL.createObjectURL(blobOf(file))
  const link = document.createElement('a')
  link.href = address
  link.download = `evidence-${file.sha256.slice(0, 8)}.${endings[file.mediaType]}`
  link.click()
  URL.revokeObjectURL(address)
}
