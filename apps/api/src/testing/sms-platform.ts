import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedSms {
  readonly headers: IncomingHttpHeaders
  readonly raw: string
  readonly body: { readonly id: string; readonly to: string; readonly text: string; readonly at: string }
}

type Answering = (answer: ServerResponse) => void

export const accepting: Answering = (answer) => void answer.writeHead(200, { 'content-type': 'application/json' }).end('{"accepted":true}')

/** The other side of the SMS webhook, as an HTTP server of its own. `answer` may be replaced at any time. */
export async function startSmsPlatform() {
  const received: ReceivedSms[] = []
  const state = { answer: accepting }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8')
      received.push({ headers: request.headers, raw, body: JSON.parse(raw) as ReceivedSms['body'] })
      state.answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const secret = 'the secret that both sides of the SMS webhook know'
  return {
    received,
    env: { SMS_WEBHOOK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, SMS_WEBHOOK_SECRET: secret },
    secret,
    answerWith: (answer: Answering) => { state.answer = answer },
    close: () => new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

export type SmsPlatform = Awaited<ReturnType<typeof startSmsPlatform>>
