import { jestNode } from '@icp/presets/jest-node'

export default {
  ...jestNode,
  globalSetup: '<rootDir>/stand/global-setup.mjs',
  globalTeardown: '<rootDir>/stand/global-teardown.mjs',
  testTimeout: 180_000,
  maxWorkers: 2,
}
