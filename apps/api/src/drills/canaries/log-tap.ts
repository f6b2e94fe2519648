import { PinoLogger } from 'nestjs-pino'
import pino from 'pino'

/** Takes what the API's loggers write from here on; they share one stream. */
export function tapLogs(): { readonly text: () => string; readonly close: () => void } {
  const taken: string[] = []
  const stream = (PinoLogger.root as unknown as Readonly<Record<symbol, { write: (line: string) => unknown }>>)[pino.symbols.streamSym]
  if (!stream) throw new Error('the logger has no stream')
  const real = stream.write.bind(stream)
  stream.write = (line) => void taken.push(line)
  return { text: () => taken.join(''), close: () => void (stream.write = real) }
}
