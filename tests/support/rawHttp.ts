import { connect } from 'node:net'

export type RawAnswer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
export type RawRequest = { readonly method?: string; readonly path?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

/** Sends exactly these bytes, as no browser or client would, and reads the answer to its end. */
export const rawHttp = (port: number, { method = 'GET', path = '/', headers = {}, body = '' }: RawRequest): Promise<RawAnswer> =>
  sendBytes(port, [
    `${method} ${path} HTTP/1.1`, ...Object.entries({ host: `127.0.0.1:${port}`, connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}`),
    ...(body === '' ? [] : [`content-length: ${Buffer.byteLength(body)}`]), '', body,
  ].join('\r\n'))

/** Sends text as it stands. */
export const sendBytes = (port: number, text: string): Promise<RawAnswer> => new Promise((resolve, reject) => {
  const socket = connect(port, '127.0.0.1', () => socket.write(text))
  let received = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    received += chunk
  })
  socket.on('error', reject)
  socket.on('close', () => resolve(parseAnswer(received)))
})

function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(lines.map(line => {
    const at = line.indexOf(':')
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
  }))
  return { status: Number(first.split(' ')[1]), headers, body: rest.join('\r\n\r\n') }
}
