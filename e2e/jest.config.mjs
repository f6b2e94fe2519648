import { jestNode } from '@icp/presets/jest-node'

export default { ...jestNode, testTimeout: 120_000, maxWorkers: 2 }
