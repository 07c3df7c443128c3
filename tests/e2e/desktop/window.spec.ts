import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../../support/desk.ts'
import type { Desk } from '../../support/desk.ts'

function shellOf(desk: Desk): ElectronApplication {
  if (desk.electron === undefined) throw new Error('These tests are about the desktop window.')
  return desk.electron()
}

const inPage = (desk: Desk, code: string): Promise<unknown> => desk.page.evaluate(code)

test('the window is closed in: sandboxed, without Node, with one narrow bridge', async ({ desk }) => {
  const windows = await shellOf(desk).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => {
    // Not in Electron's published types; there is no other way to read back what a window was made with.
    const read: unknown = Reflect.get(window.webContents, 'getLastWebPreferences')
    const preferences: unknown = typeof read === 'function' ? read.call(window.webContents) : undefined
    return { title: window.getTitle(), preferences }
  }))
  expect(windows).toHaveLength(1)
  expect(windows[0]?.title).toBe('Injection Desk')
  expect(windows[0]?.preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false })
  expect(await inPage(desk, '[typeof require, typeof process, typeof module].join()')).toBe('undefined,undefined,undefined')
  expect(await inPage(desk, 'Object.keys(window.desk).toSorted().join()')).toBe('host,notifyOfCertifications,print,printers,savePdf,showPictures')
})

test('the title stays the same whatever the page calls itself', async ({ desk }) => {
  await inPage(desk, "document.title = 'Jane Doe, migraine'")
  expect(await shellOf(desk).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Injection Desk')
})

for (const address of ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'app://other/', 'data:text/html,x', 'javascript:void(0)']) {
  test(`the page cannot be led to ${address}, nor open it beside itself`, async ({ desk }) => {
    const before = desk.page.url()
    expect(await inPage(desk, `window.open(${JSON.stringify(address)}) === null`)).toBe(true)
    await inPage(desk, `void (location.href = ${JSON.stringify(address)})`)
    expect(await shellOf(desk).evaluate(({ webContents }) => webContents.getAllWebContents().map(each => each.getURL()))).toEqual([before])
  })
}

test('nothing is fetched from outside, not even with the page’s own policy out of the way', async ({ desk }) => {
  const outcome = await shellOf(desk).evaluate(async ({ net, session }) => {
    try {
      await session.defaultSession.fetch('http://127.0.0.1:1/')
      return 'fetched'
    } catch (fault) {
      return `${String(fault)} ${typeof net}`
    }
  })
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
})

for (const path of ['/..%2f..%2fpackage.json', '/%2e%2e/main/app.js', '/..%5cmain%5capp.js', '/assets/..%2f..%2fmain%2fapp.js']) {
  test(`${path} shows nothing of the machine`, async ({ desk }) => {
    expect(await inPage(desk, `fetch(${JSON.stringify(path)}).then(answer => answer.status)`)).toBe(404)
  })
}

test('every answer carries the strict policy, and no script written into the page runs', async ({ desk }) => {
  const policy = await inPage(desk, "fetch('/').then(answer => answer.headers.get('content-security-policy'))")
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe-eval')
  await desk.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
  })
  expect(await inPage(desk, 'typeof window.ranInline')).toBe('undefined')
})

test('no permission is granted', async ({ desk }) => {
  const asked = ['notifications', 'geolocation', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage', 'window-management', 'local-fonts']
  for (const name of asked) {
    const state = await inPage(desk, `navigator.permissions.query({ name: ${JSON.stringify(name)} }).then(each => each.state, () => 'unknown')`)
    expect(['denied', 'unknown', 'prompt'], name).toContain(state)
  }
  expect(await inPage(desk, "Notification.requestPermission()")).toBe('denied')
  expect(await inPage(desk, "navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', fault => fault.name)")).not.toBe('granted')
  expect(await inPage(desk, "navigator.hid?.requestDevice({ filters: [] }).then(found => found.length, () => 0) ?? 0")).toBe(0)
})

test('a card is saved as a PDF under a harmless name, its scripts and outside references dead', async ({ desk }) => {
  const job = {
    html: '<style>@page { size: 3.5in 2in; margin: 0 }</style><script>document.title = 1</script><img src="file:///etc/passwd"><iframe src="http://127.0.0.1:1/"></iframe><p>Tuesday 8 December</p>',
    widthMicrons: 88_900, heightMicrons: 50_800, fileName: '../../appointment card'
  }
  expect(await inPage(desk, `window.desk.savePdf(${JSON.stringify(job)})`)).toEqual({ kind: 'done' })
  expect(readdirSync(desk.pdfDir).filter(name => name.endsWith('.pdf'))).toEqual(['appointment card.pdf'])
  await expect.poll(() => shellOf(desk).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('what is not a print job is refused with a sentence', async ({ desk }) => {
  for (const job of ['null', '{}', '{ html: 1 }', '"text"', '{ html: "", widthMicrons: -1, heightMicrons: 1, fileName: "" }']) {
    expect(await inPage(desk, `window.desk.print(${job})`)).toEqual({ kind: 'failed', sentence: 'This page cannot be printed.' })
  }
})

test('when the service dies it is said plainly, and one click starts it again', async ({ desk }) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  desk.page.once('framenavigated', () => resolve())
  await shellOf(desk).evaluate(async ({ app }) => {
    const services = app.getAppMetrics().filter(each => each.type === 'Utility' && each.name === 'Injection Desk service').map(each => each.pid)
    const { readdirSync: list, readFileSync: read } = process.getBuiltinModule('node:fs')
    // Under another Node it is a plain child process, which the metrics do not list.
    const children = list('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(pid => {
      try {
        return read(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(process.pid) && read(`/proc/${pid}/cmdline`, 'utf8').includes('child.js')
      } catch {
        return false
      }
    })
    for (const pid of [...services, ...children]) process.kill(pid, 'SIGKILL')
    await Promise.resolve()
  })
  await promise
  await expect(desk.page.getByRole('alert')).toContainText(/ended unexpectedly|could not start/)
  await desk.page.getByRole('link', { name: 'Start again' }).click()
  await expect(desk.page.getByRole('alert')).toHaveCount(0)
  await expect(desk.page.locator('#root')).not.toBeEmpty()
})

test('a second start on the same folder brings the first window forward instead', async ({ desk }) => {
  const { code, windows } = await shellOf(desk).evaluate(async ({ app, BrowserWindow }, folder) => {
    const { spawn } = process.getBuiltinModule('node:child_process')
    const second = spawn(process.execPath, ['--no-sandbox', app.getAppPath(), '--data', folder], { stdio: 'ignore' })
    const ended = await new Promise<number | null>(settle => second.once('exit', settle))
    return { code: ended, windows: BrowserWindow.getAllWindows().length }
  }, desk.dataDir)
  expect({ code, windows }).toEqual({ code: 0, windows: 1 })
})

test('where the window was is remembered', async ({ desk }) => {
  await shellOf(desk).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 1100, height: 720 }))
  await desk.restart()
  expect(await shellOf(desk).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toMatchObject({ width: 1100, height: 720 })
  expect(readdirSync(join(desk.dataDir, 'window'))).toContain('bounds.json')
})
