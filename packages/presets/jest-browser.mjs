import { fileURLToPath } from 'node:url'
import { jestNode } from './jest-node.mjs'

/** Jest for React packages under jsdom. */
export const jestBrowser = {
  ...jestNode,
  testEnvironment: 'jsdom',
  setupFilesAfterEnv: [fileURLToPath(new URL('./jest-browser-setup.mjs', import.meta.url))],
}
