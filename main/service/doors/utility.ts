import { hostService } from './hosted.ts'

// The entry of Electron's utility process: the shell hands over each window's port with a message of its own.
const shell = process.parentPort
const service = hostService(message => shell.postMessage(message), () => process.exit(0))

shell.on('message', ({ data, ports }) => {
  const [port] = ports
  if (service.hear(data)?.kind !== 'port' || port === undefined) return
  service.serve({
    on: (event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) =>
      event === 'message' ? port.on('message', listener) : port.on('close', () => listener({ data: null })),
    postMessage: message => port.postMessage(message),
  })
  port.start()
})
