import { writeCompressedCopies } from './compressed-copies.js'
import { portalsToServe } from './serve-portals-config.js'

// Started as a program: what the server does at its start, for an image whose files it may not write.
await Promise.all(portalsToServe().map(({ root }) => writeCompressedCopies(root)))
