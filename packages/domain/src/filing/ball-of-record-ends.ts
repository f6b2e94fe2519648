import type { BallChanges } from './ball-of-cancellations.js'

const text = (zh: string, en: string) => ({ zh, en })

/** Nobody refused it: what it was about was cancelled by force while it was on its way (icp-filing.md §8), so the record is not what it was. */
export const recordEndBall: BallChanges = {
  refused: {
    owner: {
      meaning: text('所涉的主体或服务已被管局强制注销，本次申请随之终止，不再办理。依据见办理记录；异议途径见通知和备案记录。',
        'The administration has cancelled by force what this filing was about, so the filing has ended with it. The ground is in the history; how to object is in the notice and on the record.'),
      whoActs: text('您，如有异议或需重新备案', 'You, if you disagree or want to file again'),
    },
    provider: {
      meaning: text('所涉的主体或服务已被管局强制注销，本次申请随之终止。其中由贵司接入的，见“待停止接入”。',
        'The administration has cancelled by force what this filing was about, so the filing has ended with it. What you serve of it is under “Services to cut”.'),
    },
    reviewer: { meaning: text('所涉的主体或服务已被强制注销，本次申请随之终止，已办结。', 'What this filing was about was cancelled by force, so the filing has ended with it and is closed.') },
    'responsible-person': { meaning: text('所涉的主体或服务已被管局强制注销，申请随之终止，无需核验。', 'What the filing was about was cancelled by force; there is nothing to confirm.') },
  },
}
