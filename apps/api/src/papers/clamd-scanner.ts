import { connect } from 'node:net'
import type { ScannerSettings } from '../platform/config.js'
import { PictureScanner, ScannerFault, type ScannerFaultKind, type Verdict } from './picture-scanner.js'

const patienceMs = 5000
const longestAnswer = 1024
const chunkBytes = 64 * 1024
const longestSignature = 80

const lengthOf = (chunk: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  return length
}

/** A file as INSTREAM takes it: chunks, each behind its length, and one without length at the end (clamd(8)). */
function* streamOf(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes)
    yield lengthOf(chunk)
    yield chunk
  }
  yield lengthOf(new Uint8Array())
}

/** Only these two are verdicts; a limit that was exceeded, or any other error, is none. */
function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK\0') return { clean: true }
  const found = /^stream: (?<signature>[^\0\n]+) FOUND\0$/.exec(answer)?.groups
  if (!found?.signature) throw new ScannerFault('unreadable')
  return { clean: false, signature: found.signature.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, longestSignature) }
}

/** A clamd that is reached by TCP. One connection for each file, five seconds from the first byte to the last of the answer. */
export class ClamdScanner extends PictureScanner {
  constructor(private readonly settings: ScannerSettings) {
    super()
  }

  async scan(bytes: Uint8Array): Promise<Verdict> {
    return verdictOf(await this.answerTo(bytes))
  }

  /** With the zero byte at its end. */
  private answerTo(bytes: Uint8Array): Promise<string> {
    return new Promise((resolve, reject) => {
      const { host, port } = this.settings
      const socket = connect({ host, port })
      let answer = ''
      const end = (how: () => void) => {
        clearTimeout(patience)
        socket.destroy()
        how()
      }
      const fail = (kind: ScannerFaultKind) => end(() => reject(new ScannerFault(kind)))
      const patience = setTimeout(() => fail('too-slow'), patienceMs)
      socket.on('connect', () => { for (const part of streamOf(bytes)) socket.write(part) })
      socket.on('data', (part) => {
        answer += part.toString('latin1')
        if (answer.length > longestAnswer) fail('unreadable')
        else if (answer.includes('\0')) end(() => resolve(answer))
      })
      socket.on('error', () => fail('away'))
      socket.on('close', () => fail(answer === '' ? 'away' : 'unreadable'))
    })
  }
}
