export { jestNode as default } from '@icp/presets/jest-node'
