import { type AddressInfo, createServer, type Socket } from 'node:net'

const command = Buffer.from('zINSTREAM\0')

/** The file of an INSTREAM that is whole; undefined: more is to come. Throws where it is not what clamd(8) describes. */
function fileIn(sent: Buffer): Buffer | undefined {
  if (!command.subarray(0, sent.length).equals(sent.subarray(0, command.length))) throw new Error('not INSTREAM')
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(sent.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

export const clean = 'stream: OK\0'
/** It takes the file and never answers. */
export const silent = new Promise<string>(() => {})

/** The same of every file, as soon as it is known, or by what is in it. */
type Answer = string | Promise<string> | ((file: Buffer) => string)

/** The other side of a scan: speaks INSTREAM as clamd does, on a socket. `answerWith`: what it says of every file from then on, as soon as it is known. */
export async function startClamd() {
  const received: Buffer[] = []
  const open = new Set<Socket>()
  const state: { answer: Answer } = { answer: clean }
  const server = createServer((socket) => {
    open.add(socket)
    let sent: Buffer = Buffer.alloc(0)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
    socket.on('data', (part) => {
      sent = Buffer.concat([sent, part])
      const file = fileIn(sent)
      if (!file) return
      received.push(file)
      void Promise.resolve(typeof state.answer === 'function' ? state.answer(file) : state.answer).then((answer) => socket.end(answer, 'latin1'))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    received,
    env: { FILE_SCANNER_URL: `clamd://127.0.0.1:${(server.address() as AddressInfo).port}` },
    answerWith: (answer: Answer) => { state.answer = answer },
    close: () => new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of open) socket.destroy()
    }),
  }
}
