import type { PrintJob } from '../../shared/contract/wire.ts'
import { firstRunText } from '../../shared/text/en/firstRun.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** One A5 sheet with the recovery key, to be locked away. */
export function recoverySheet(practiceName: string, key: string): PrintJob {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(firstRunText.keySheetTitle)}</title><style>
@page{size:148mm 210mm;margin:0}
body{margin:0;padding:18mm;font:12pt system-ui,sans-serif;color:#000}
h1{font-size:16pt;margin:0 0 4mm}
.key{font:600 15pt ui-monospace,Consolas,monospace;letter-spacing:.04em;line-height:1.7;border:.5mm solid #000;padding:6mm;margin:8mm 0;overflow-wrap:anywhere}
</style></head><body><h1>${escaped(firstRunText.keySheetTitle)}</h1><p>${escaped(practiceName)}</p><p class="key">${escaped(key)}</p><p>${escaped(firstRunText.keySheetHint)}</p></body></html>`
  return { html, widthMicrons: 148_000, heightMicrons: 210_000, fileName: firstRunText.keyFileName }
}
