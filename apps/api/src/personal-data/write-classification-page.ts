import fs from 'node:fs'
import { personalDataPage } from './classification-page.js'

// `npm run personal-data`.
fs.writeFileSync(new URL('../../../../docs/personal-data.md', import.meta.url), personalDataPage())
