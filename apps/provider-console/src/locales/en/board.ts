import type { board as original } from '../zh-CN/board.js'

export const board: typeof original = {
  title: 'Work board',
  lead: '{{provider}}: the filings that name you as access provider.',
  figures: 'Work at a glance',
  waiting: 'To verify',
  waitingHint: 'Wait for you to verify or correct',
  requests: 'Open correction requests',
  requestsHint: 'From the owner or from you',
  returned: 'Returned',
  returnedHint: 'By the administration; correct and pass again',
  confirmation: 'Awaiting confirmation',
  confirmationHint: 'The responsible person has 24 hours',
  review: 'In review',
  reviewHint: 'The administration decides',
  overdue: 'Overdue',
  overdueHint: 'Beyond the expected time',
  lately: 'What happened lately',
  nothing: 'No filing waits for you right now. These have moved lately.',
  nothingEver: 'No filing names you as access provider yet. It appears here once its owner has finished it.',
  toQueue: 'Open the queue',
}
