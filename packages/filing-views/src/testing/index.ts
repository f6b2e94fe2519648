export { InLanguage } from './in-language.js'
export { ids, sampleCancellation, sampleFiling, sampleRegistration, sampleRequest, sampleReturn, since } from './sample-filing.js'
