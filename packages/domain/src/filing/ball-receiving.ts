import { agreementWindow } from './agreement.js'
import { ballOf, type BallCourse, type BallText } from './ball.js'
import type { FilingStatus } from './status.js'

const text = (zh: string, en: string) => ({ zh, en })

/** Where a move stands otherwise for the owner who receives than for the one who gives. */
const receiving: Partial<Record<FilingStatus, Partial<BallText>>> = {
  'awaiting-agreement': {
    meaning: text('另一位主办者请您接收其网站。同意后由接入服务提供者核实、负责人短信核验、通信管理局审核；通过后网站归到您的主体名下，使用新的备案号。',
      'Another owner asks you to receive a website. If you agree, the access providers verify, the persons in charge confirm and the administration reviews; then it stands under your subject with a new number.'),
    whoActs: text('您，作为接收方', 'You, as the receiving owner'), untilWhen: text(`对方提交后 ${agreementWindow.days} 天内`, `Within ${agreementWindow.days} days of the other owner’s finish`),
    ifNobodyActs: text('视为不同意，网站仍归对方。', 'That counts as no agreement; the website stays with the other owner.'),
  },
  approved: {
    meaning: text('审核通过，网站已归到您的主体名下，使用新备案号。', 'Approved. The website stands under your subject with its new number.'),
    whoActs: text('您：请在网站首页底部换上新备案号', 'You: show the new number at the foot of the home page'), untilWhen: text('尽快', 'As soon as you can'),
    ifNobodyActs: text('首页仍显示已终止的备案号，可能被管局通知整改。', 'The page shows a number that has ended, and the administration may ask you to mend it.'),
  },
}

/** What the owner of the receiving subject reads of a migration. A draft is not shown to it at all. */
export const receivingBallText = (status: FilingStatus, course: BallCourse = {}): BallText => ({ ...ballOf('migrate-service', status, 'owner', course), ...receiving[status] })
