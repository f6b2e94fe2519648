export * from './api-problem.js'
export * from './client.js'
export * from './hooks.js'
export * from './random-key.js'
