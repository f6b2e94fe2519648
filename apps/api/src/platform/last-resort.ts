import type { EventEmitter } from 'node:events'
import { describeError } from './logger.js'

/** What a fault that nobody caught may say: its kind, its code and where it was, as in the log of requests; its message may hold what somebody typed. */
type Note = (entry: object, text: string) => void

/**
 * What nobody caught does not take the API down, and does not get lost: it stands in the log. After an exception the state of the process is not certain, so it
 * finishes what it is answering and ends; whoever started it starts it again.
 */
export function onLastResort(process: EventEmitter, log: Note, end: () => void): void {
  const known = (error: unknown) => {
    const { message: _message, ...rest } = describeError(error instanceof Error ? error : new Error('no error'))
    return rest
  }
  process.on('unhandledRejection', (reason: unknown) => log({ err: known(reason) }, 'a rejection that nobody handled'))
  process.on('uncaughtException', (error: unknown) => {
    log({ err: known(error) }, 'an exception that nobody caught')
    end()
  })
}
