import { request } from 'node:http'

export interface Sent {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/**
 * One HTTP request from a loopback address of the sender's own, so that limits per visitor see as many visitors as there are people.
 * `address` is a stand's portal; it listens on 127.0.0.1.
 */
export function send(address: string, from: string, given: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string | Buffer }): Promise<Sent> {
  const url = new URL(address)
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: url.port, path: url.pathname + url.search, method: given.method, localAddress: from, agent: false, headers: { host: url.host, ...given.headers } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString('utf8') }))
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(given.body)
  })
}
