import { jestNode } from '@icp/presets/jest-node'

export default {
  ...jestNode,
  globalSetup: '<rootDir>/src/testing/postgres-setup.mjs',
  globalTeardown: '<rootDir>/src/testing/postgres-teardown.mjs',
  setupFiles: ['reflect-metadata'],
  testTimeout: 240_000,
  maxWorkers: 2,
}
