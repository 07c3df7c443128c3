import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// The oldest runtime that must run what is built is Electron 33, which the end-to-end tests use where the official one cannot be had.
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

// HiGHS looks for its program beside the script that it stands in.
const solverProgram = {
  name: 'solver-program',
  generateBundle(this: { emitFile: (file: { type: 'asset', fileName: string, source: Uint8Array }) => void }) {
    this.emitFile({ type: 'asset', fileName: 'highs.wasm', source: readFileSync(fileURLToPath(import.meta.resolve('highs/runtime'))) })
  }
}

// What pdf.js reads beside itself: the typefaces that a PDF need not carry, tables of Chinese, Japanese and Korean signs, and decoders
// of scans as plain scripts, because the page may run no WebAssembly.
const pdfFiles = {
  name: 'pdf-files',
  generateBundle(this: { emitFile: (file: { type: 'asset', fileName: string, source: Uint8Array }) => void }) {
    for (const [folder, wanted] of [['standard_fonts', /./u], ['cmaps', /./u], ['wasm', /_nowasm_fallback\.js$|^LICENSE/u]] as const) {
      const from = new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json'))
      for (const name of readdirSync(from)) if (wanted.test(name)) this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source: readFileSync(new URL(name, from)) })
    }
  }
}

// What stands under "dependencies" in package.json is loaded at run time; everything else is bundled, because a service that
// starts from a handful of files starts in a fraction of the time.
export default defineConfig({
  main: {
    plugins: [solverProgram],
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      rollupOptions: {
        input: {
          app: here('main/shell/app.ts'),
          cli: here('main/cli.ts'),
          utility: here('main/service/doors/utility.ts'),
          child: here('main/service/doors/child.ts'),
          highsWorker: here('main/service/solver/highsWorker.ts')
        },
        // All in one folder: the solver finds its thread beside itself.
        output: { chunkFileNames: '[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: nodeTarget,
      // A sandboxed preload script can load nothing but a single CommonJS file.
      rollupOptions: { input: { preload: here('main/shell/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } }
    }
  },
  renderer: {
    root: here('renderer'),
    plugins: [react(), pdfFiles],
    worker: { format: 'es' },
    build: {
      outDir: here('out/renderer'),
      target: chromeTarget,
      minify: true,
      sourcemap: false,
      rollupOptions: { input: here('renderer/index.html') }
    }
  }
})
