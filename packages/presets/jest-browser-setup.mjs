import { configure } from '@testing-library/dom'
import '@testing-library/jest-dom/jest-globals'
import { webcrypto } from 'node:crypto'
import { TextDecoder, TextEncoder } from 'node:util'

// jsdom leaves these out; MUI and the router call them.
Object.assign(globalThis, { TextEncoder, TextDecoder })
// The proof of work of the log-on hashes with it.
if (!globalThis.crypto.subtle) Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle })
globalThis.scrollTo = () => {}

// `findBy…` and `waitFor` give up after one second by default, which a busy machine needs to draw a page.
configure({ asyncUtilTimeout: 30_000 })
