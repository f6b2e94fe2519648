import { jestNode } from '@icp/presets/jest-node'
import fs from 'node:fs'

const { reporters, testTimeout, ...perProject } = jestNode

const project = {
  ...perProject,
  globalSetup: '<rootDir>/src/testing/postgres-setup.mjs',
  globalTeardown: '<rootDir>/src/testing/postgres-teardown.mjs',
  setupFiles: ['reflect-metadata'],
}

/** What touches the suite most: sealing, exact search, receipts, certificates, checkpoints, change of keys. docs/how-to/test-both-suites.md */
const withBothSuites = [
  'platform/transaction.service.test.ts',
  'personal-data/reveal.http.test.ts',
  'lookup/look-up.http.test.ts',
  'filings/receipts.http.test.ts',
  'certificates/certificates.http.test.ts',
  'audit/verify/verify.http.test.ts',
  'personal-data/index-key/rotate-index-key.http.test.ts',
]

const gone = withBothSuites.filter((file) => !fs.existsSync(new URL(`src/${file}`, import.meta.url)))
if (gone.length > 0) throw new Error(`No longer there to be tested with both suites: ${gone.join(', ')}`)

const nationalSuite = {
  ...project,
  displayName: 'sm',
  setupFiles: [...project.setupFiles, '<rootDir>/src/testing/national-suite.mjs'],
  testMatch: withBothSuites.map((file) => `<rootDir>/src/${file}`),
}

export default {
  reporters,
  testTimeout,
  maxWorkers: 2,
  projects: process.env.TEST_CIPHER_SUITE ? [project] : [project, nationalSuite],
}
