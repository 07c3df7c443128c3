import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the app into a folder that Electron can start: Electron 33's Node runs no TypeScript. */
export async function buildUtilityApp(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: { ssr: fileURLToPath(new URL('main.ts', import.meta.url)), outDir: folder, emptyOutDir: false, target: 'node20.18', rollupOptions: { output: { entryFileNames: 'main.js' } } },
  })
  writeFileSync(join(folder, 'package.json'), '{ "name": "utility-app", "version": "0.0.0", "type": "module", "main": "main.js" }\n')
}
