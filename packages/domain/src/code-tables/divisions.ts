// The door `@icp/domain/divisions`: everything that needs the names of all cities and counties, in a chunk of its own.
export * from './shipped-divisions.js'
export * from '../rule-data/division-table.js'
export * from '../rule-data/division-entry-findings.js'
