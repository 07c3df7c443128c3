import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Serving, serveHttp } from '../../main/service/doors/serve.ts'

export type TestServing = Serving & { readonly rendererDir: string; readonly remove: () => Promise<void> }

/** Serves an empty data folder and a page of a few files on a free port. */
export async function anHttpDoor({ built = true }: { readonly built?: boolean } = {}): Promise<TestServing> {
  const folder = mkdtempSync(join(tmpdir(), 'injection-desk-http-'))
  const rendererDir = join(folder, 'renderer')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  if (built) writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>desk</title><script type="module" src="/assets/index-1a2b.js"></script>')
  writeFileSync(join(rendererDir, 'assets', 'index-1a2b.js'), 'export {}')
  writeFileSync(join(rendererDir, '.hidden.js'), 'secret')
  writeFileSync(join(folder, 'outside.js'), 'secret')
  const serving = await serveHttp({ dataDir: join(folder, 'data'), demo: false, port: 0, rendererDir })
  return {
    ...serving, rendererDir,
    remove: async () => {
      await serving.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
