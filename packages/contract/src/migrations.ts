import { operation } from './operation.js'
import { Changed } from './filings.js'
import { IdParams, prose, SeenVersion } from './shapes.js'

/** The receiving owner's two answers to a move of a website (docs/decisions/0049). Everything else of it is an operation on a filing. */
export const migrationOperations = {
  agreeToMigration: operation({
    method: 'POST', path: '/filings/:id/agree', summary: 'Agree to receive the website', params: IdParams, body: SeenVersion, answer: Changed, idempotent: true, refusals: [423],
  }),
  declineMigration: operation({
    method: 'POST', path: '/filings/:id/decline', summary: 'Decline to receive the website, with a reason', params: IdParams,
    body: SeenVersion.extend({ reason: prose(2000).min(1) }), answer: Changed, idempotent: true, refusals: [423],
  }),
}
