const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// No writing sets more marks than this on one letter; a heap of them is as wide as a line, and cannot be broken.
const heapedMarks = /(\p{M}{6})\p{M}+/gu

/** Text that a person typed, made harmless: markup is shown as it was typed, and invisible control characters and heaps of marks are left out. */
export const escapeHtml = (text: string): string =>
  text.replace(heapedMarks, '$1').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufff9-\uffff]/g, '').replace(/[&<>"']/g, sign => entities[sign] ?? '')

export const mm = (microns: number): string => `${microns / 1000}mm`

export const paperFont = '"Paper","Noto Sans",system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif'

// In a frame, in a window of its own or in a print window: nothing runs, and nothing is fetched.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/** A whole document: no script, no outside reference. */
export const documentHtml = (title: string, language: string, direction: 'ltr' | 'rtl', style: string, body: string): string =>
  `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>`
