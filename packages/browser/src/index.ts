export { launchBrowser } from './launch-browser.js'
export { findAxeViolations, type AxeViolation } from './axe-violations.js'
