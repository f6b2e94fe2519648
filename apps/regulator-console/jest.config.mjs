export { jestBrowser as default } from '@icp/presets/jest-browser'
