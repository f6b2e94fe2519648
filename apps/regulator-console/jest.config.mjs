import { jestBrowser } from '@icp/presets/jest-browser'

// Whole consoles are drawn and typed into; a busy machine needs longer for that than for a widget.
export default { ...jestBrowser, testTimeout: 30_000 }
