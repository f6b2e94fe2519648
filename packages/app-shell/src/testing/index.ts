export { answering } from './answering.js'
export { type Answerer, apiStand, type Call, refuse } from './api-stand.js'
export { sampleMe, samplePicture, sampleSite, sampleStep } from './samples.js'
