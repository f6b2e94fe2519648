import { fileURLToPath } from 'node:url'
import { jestNode } from './jest-node.mjs'

/** Jest for React packages under jsdom. */
export const jestBrowser = {
  ...jestNode,
  testEnvironment: 'jsdom',
  // Whole pages are drawn and typed into; a busy machine needs longer for that than for a rule.
  testTimeout: 240_000,
  setupFilesAfterEnv: [fileURLToPath(new URL('./jest-browser-setup.mjs', import.meta.url))],
}
