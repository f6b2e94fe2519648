import type { mediations as original } from '../zh-CN/mediations.js'

export const mediations: typeof original = {
  title: 'Conflicts to settle',
  lead: 'An owner whose draft is kept back by another’s filing can ask the administration of the other side to settle it. You see both sides; whoever asks learns only that there is a conflict and what you answer, and the other side only, if you choose so, that it should check its filing, not who asked. That you have looked is written into the audit log.',
  caption: 'Conflicts that were asked about', count: 'Requests: {{total}}', empty: 'Nobody asks about a conflict.', noneMatch: 'No request matches.', filters: 'Filter requests', state: 'State',
  what: 'Conflict', applicant: 'Who asks', holder: 'Other side', reason: 'Reason', stands: 'State',
  asked: 'Asked {{at}}', begun: 'Draft begun {{at}}', inForce: 'In force since {{at}}', finished: 'Finished {{at}}', changed: 'Last moved {{at}}', rule: 'Rule {{rule}}', first: 'Came first', gone: 'The other side is there no more',
  see: 'See its filings', seeOf: 'See filings of the other side: {{number}}', hollow: 'To the hollow records',
  answer: 'Answer', answerOf: 'Answer the conflict over {{what}}', otherProvince: 'The administration of {{province}} answers', told: 'The other side was asked to check',
  window: {
    text: 'The answer goes to the owner who asked. Do not write names or personal data of the other side.', outcome: 'What follows', missingOutcome: 'Choose what follows.', words: 'Answer', hint: '{{most}} characters at most; the owner who asked reads it.', missing: 'Enter an answer.',
    tell: 'Ask the other side to check its filing', tellHint: 'It is asked only whether its filing is still true, not told who asked.', confirm: 'Send the answer', close: 'Close',
  },
  done: 'The answer was sent.',
}
