import { startAgainAddress } from './pageAddress.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** The whole page shown when the service is not running: one sentence, and a way to start it again; no script needed. */
export function errorScreen(sentence: string): string {
  const words = sentence.replace(/[&<>"']/g, sign => escapes[sign] ?? '')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Injection Desk</title><style>
:root { color-scheme: light dark; --paper: #f4f6f5; --ink: #1c2423; --accent: #0b7a75 }
@media (prefers-color-scheme: dark) { :root { --paper: #0f1312; --ink: #e6ebea; --accent: #4fb8b0 } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
main { max-width: 32rem; padding: 2rem }
h1 { font-size: 20px; margin: 0 0 .5rem }
a { display: inline-block; margin-top: 1rem; padding: .5rem 1rem; border-radius: 6px; background: var(--accent); color: var(--paper); text-decoration: none }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
</style></head><body><main role="alert">
<h1>Injection Desk has stopped</h1>
<p>${words}</p>
<p>What was saved before is safe.</p>
<a href="${startAgainAddress}" autofocus>Start again</a>
</main></body></html>`
}
