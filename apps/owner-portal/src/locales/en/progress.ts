import type { progress as original } from '../zh-CN/progress.js'

export const progress: typeof original = {
  findings: 'What reviewers look at in it',
  title: 'Record filing progress query', lead: 'Where each filing stands, who acts, and how long there is.', query: 'Submission number, filing number, name or domain', queryHint: 'For example BA20261123-000001 or 京ICP备2026000001号', go: 'Query', clear: 'Clear', none: 'No filing yet.', noneFound: 'No filing matches. Check the number, or clear the query.',
  one: 'Progress of {{reference}}', browse: 'Browse', approved: 'Approved under {{number}}', certificate: 'E-certificate', now: 'Now', stages: 'Stages', confirmations: 'Confirmations', providers: 'Verification by the providers', decisions: 'Decisions', acts: 'What you can do', askThere: 'See everything and request a correction under Information browsing', history: 'History',
  onScreen: { title: 'The SMS platform is off, so link and code are shown here', why: 'This ends when the SMS platform is on: the code then goes to the responsible person’s phone only.', code: 'Code', open: 'Confirm as {{name}}' },
}
