export { startPostgres, type RunningPostgres, type StartOptions } from './start-postgres.js'
export { createDatabase, dropDatabase, hasDatabase } from './databases.js'
export { findFreePort } from './free-port.js'
