import { maxHeaderSize } from 'node:http'

/** What a request may be, in figures: the gate refuses beyond them, and each refusal names its own. */
export const jsonLimit = 256 * 1024
export const pdfLimit = 2 * 1024 * 1024
/** Pictures of papers: the most that a rule may be published to take (domain, paper-parameters). */
export const octetLimit = 1024 * 1024
/** Levels of brackets in JSON. */
export const deepest = 32
/** All headers of a request together: what Node was started with, 16 KB unless told otherwise. */
export const headerLimit = maxHeaderSize
/** Characters of one parameter in an address. */
export const paramLimit = 200
/** How long a client may take to send one request. */
export const requestSeconds = 30
