import { createServer } from 'node:http'

/** A server outside of the page: `asked` is every path that something reached it by; one control request shows that it hears. */
export async function outsideServer() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  const address = `http://127.0.0.1:${bound.port}`
  await fetch(`${address}/control`)
  return { address, asked, close: async (): Promise<void> => await new Promise(closed => { server.close(() => closed()) }) }
}
