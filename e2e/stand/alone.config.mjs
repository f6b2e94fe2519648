import { jestNode } from '@icp/presets/jest-node'

/** For what opens a page of its own and no portal. */
export default { ...jestNode, rootDir: '..' }
