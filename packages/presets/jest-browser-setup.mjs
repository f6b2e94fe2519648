import '@testing-library/jest-dom/jest-globals'
import { TextDecoder, TextEncoder } from 'node:util'

// jsdom leaves these out; MUI and the router call them.
Object.assign(globalThis, { TextEncoder, TextDecoder })
globalThis.scrollTo = () => {}
