export { InLanguage } from './in-language.js'
export { ids, sampleCancellation, sampleFiling, sampleMigration, sampleRegistration, sampleRequest, sampleReturn, sampleSides, since } from './sample-filing.js'
export { sampleSheet, sampleSheetLines } from './sample-sheet.js'
