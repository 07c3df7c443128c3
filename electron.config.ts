import { fileURLToPath } from 'node:url'
import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// The oldest runtime that must run what is built is Electron 33, which the end-to-end tests use where the official one cannot be had.
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

// Bundled rather than loaded file by file: the service then starts from a handful of files, which is most of a cold start.
const bundled = ['@orpc/client', '@orpc/contract', '@orpc/openapi', '@orpc/server', '@orpc/zod', 'kysely', 'papaparse', 'temporal-polyfill', 'zod']

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          app: here('main/shell/app.ts'),
          cli: here('main/cli.ts'),
          utility: here('main/service/doors/utility.ts'),
          child: here('main/service/doors/child.ts')
        }
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
    plugins: [react()],
    build: {
      outDir: here('out/renderer'),
      target: chromeTarget,
      minify: true,
      sourcemap: false,
      rollupOptions: { input: here('renderer/index.html') }
    }
  }
})
