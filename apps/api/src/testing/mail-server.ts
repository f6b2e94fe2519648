import { type ParsedMail, simpleParser } from 'mailparser'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** A mail server that reads what it gets. `refuse` answers a recipient with a status of SMTP; 0 = take it. */
export async function startMailServer() {
  const received: ParsedMail[] = []
  const state = { status: 0 }
  const receive = async (stream: SMTPServerDataStream, done: (error?: Error) => void): Promise<void> => {
    try {
      received.push(await simpleParser(stream))
      done()
    } catch (error) {
      done(error as Error)
    }
  }
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
    onRcptTo: (_address, _session, done) => done(state.status === 0 ? null : Object.assign(new Error('not now'), { responseCode: state.status })),
    onData: (stream, _session, done) => void receive(stream, done),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    received,
    env: { SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, MAIL_FROM: 'ICP备案 <no-reply@example.cn>' },
    answerRecipientsWith: (status: number) => { state.status = status },
    close: () => new Promise<void>((resolve) => { server.close(() => resolve()) }),
  }
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>
