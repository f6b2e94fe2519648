import { fileURLToPath } from 'node:url'

/** Jest for packages that run on Node: ESM, TypeScript through swc, decorators for Nest. */
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    keepClassNames: true,
  },
  module: { type: 'es6' },
}

export const jestNode = {
  testEnvironment: 'node',
  // Far more than a test takes: a busy machine is no fault.
  testTimeout: 240_000,
  reporters: ['default', fileURLToPath(new URL('./jest-results.mjs', import.meta.url))],
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
}
