import type { EvidenceType } from '../../../shared/domain/evidence.ts'

export type OpenedFile = { readonly title: string; readonly mediaType: EvidenceType; readonly bytes: string; readonly sha256: string }

const endings: Readonly<Record<EvidenceType, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/** A file's bytes. */
export const bytesOf = ({ bytes }: OpenedFile): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0))

/** Pictures below each other as a page of its own: nothing in it runs, nothing is fetched. */
export const picturesDocument = (mediaType: string, images: readonly string[]): string =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><style>body{margin:0;background:#fff}img{max-width:100%;display:block;margin:auto}img+img{border-top:8px solid #ddd}</style></head>`
  + `<body>${images.map(image => `<img alt="" src="data:${mediaType};base64,${image}">`).join('')}</body></html>`

/** Hands a copy to the person; its name says nothing about whom it is of. */
export function saveCopy(file: OpenedFile): void {
  const address = URL.createObjectURL(new Blob([bytesOf(file)], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = `evidence-${file.sha256.slice(0, 8)}.${endings[file.mediaType]}`
  link.click()
  URL.revokeObjectURL(address)
}
