import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Serves the program on this machine alone, prints its address, opens a browser if there is one, and waits until it is stopped. */
export function serveInBrowser(cliFile: string, args: readonly string[]): Promise<number> {
  const service = spawn(process.execPath, [cliFile, 'serve', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => service.kill(signal))
  createInterface({ input: service.stdout }).once('line', line => {
    const link = linkOf(line)
    if (link === undefined) return
    process.stdout.write(`Open this address in a browser on this machine; it works once:\n\n  ${link}\n\nPress Ctrl+C here to stop.\n`)
    openBrowser(link)
  })
  return new Promise(resolve => {
    service.on('error', () => resolve(1))
    service.on('exit', (code, signal) => resolve(signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : code ?? 1))
  })
}

function linkOf(line: string): string | undefined {
  const ready: unknown = JSON.parse(line)
  return typeof ready === 'object' && ready !== null && 'link' in ready && typeof ready.link === 'string' ? ready.link : undefined
}

function openBrowser(link: string): void {
  const [command, ...args] = opener(link)
  if (command === undefined) return
  const browser = spawn(command, args, { stdio: 'ignore', detached: true })
  // Where nothing can open it, the printed address is all that is needed.
  browser.on('error', () => undefined)
  browser.unref()
}

function opener(link: string): readonly string[] {
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '""', link.replaceAll('&', '^&')]
  if (process.platform === 'darwin') return ['open', link]
  const display = (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
  return display ? ['xdg-open', link] : []
}
