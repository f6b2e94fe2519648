import type { Bilingual } from '../bilingual.js'
import type { BallChanges } from './ball-of-cancellations.js'
import { silenceDays } from './silence-days.js'

const text = (zh: string, en: string): Bilingual => ({ zh, en })

/** A move changes no content that could be corrected; the website runs on under its number until it is approved. */
export const migrationBall: BallChanges = {
  draft: { owner: { meaning: text('正在填写迁移申请，尚未提交，只有您能看到。', 'You are filling in the move. Nothing is sent yet and only you can see it.') } },
  'with-providers': {
    owner: {
      meaning: text('双方已同意，由接入服务提供者核实新的主办者。网站在获批前仍归迁出方；进入审核之前双方都可以撤销。',
        'Both owners have agreed and the access providers verify the new owner. The website stays with the giving owner until it is approved; either can withdraw until it is in review.'),
      ifNobodyActs: text(`迁移停在这一步，备案继续有效。满 ${silenceDays} 天无人核实，系统提醒您和接入服务提供者；您可以撤销。`,
        `It stays here and the record stays in force. After ${silenceDays} days without an answer you and the providers are told; you can withdraw it.`),
    },
    provider: {
      meaning: text('等待贵司核实：接收方将成为该网站的主办者和贵司的客户，核对合同、实名和域名持有者，然后核实通过或不予通过。',
        'It waits for you to verify that the receiver becomes your customer for this website: contract, real name, holder of the domain. Then pass or refuse.'),
    },
  },
  'awaiting-confirmation': {
    owner: { meaning: text('接入服务提供者已核实通过，核验短信已发给网站负责人和接收主体负责人；核验即表示同意迁移。', 'The access providers have passed it. The persons in charge of the website and of the receiving subject have been sent codes; confirming is consent to the move.') },
  },
  returned: {
    owner: {
      meaning: text('迁移被退回接入服务提供者重新核实，备案继续有效。请查看退回原因。', 'The move went back to the access providers to be verified again; the record stays in force. See the reasons.'),
      whoActs: text('接入服务提供者；双方都可以撤销', 'The access providers; either owner can withdraw'),
    },
    provider: { meaning: text('迁移被退回：请按退回原因重新核实；全部接入服务提供者核实通过后再次短信核验。', 'It was returned. Verify it again with the reasons in mind; when every provider has passed it the persons confirm again.') },
    reviewer: { meaning: text('已退回接入服务提供者重新核实。', 'It is back with the access providers to be verified again.') },
    'responsible-person': { meaning: text('迁移被退回重新核实，此前的验证码已失效；再次核实通过后您会收到新短信。', 'It was returned to be verified again and earlier codes no longer work. After it is passed you receive a new message.') },
  },
  approved: {
    owner: {
      meaning: text('迁移已完成，网站归接收主体，原备案号终止，双方电子证书随之更新；迁出主体名下已无网站的，其电子证书终止。', 'The move is done. The website stands under the receiving subject, its old number has ended, and the e-certificates of both follow; that of a subject without a website left ends.'),
      ifNobodyActs: text('迁移不会撤回；需要时由新主办者再次申请迁移。', 'It is not undone; the new owner may propose another move.'),
    },
    provider: { meaning: text('迁移已完成，接入继续；客户已变为接收主体。', 'The move is done and the access goes on; the receiving subject is the customer now.') },
    reviewer: { meaning: text('迁移已完成，双方备案记录和电子证书已更新。', 'The move is done; both records and e-certificates are up to date.') },
    'responsible-person': { meaning: text('您核验的迁移已通过。', 'The move that you confirmed was approved.') },
  },
  refused: { owner: { meaning: text('迁移未通过，网站仍归迁出方，备案号不变。请查看原因。', 'The move was refused; the website stays with the giving owner under its number. See the reason.') } },
  withdrawn: { owner: { meaning: text('迁移已撤销，网站仍归迁出方，备案号不变。', 'The move was withdrawn; the website stays with the giving owner under its number.') } },
}
