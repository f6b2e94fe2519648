import type { Bilingual } from '../bilingual.js'
import { hollowNoticeDays } from '../hollow/notice-days.js'
import type { BallText, Onlooker } from './ball.js'
import { silenceDays } from './silence-days.js'
import type { FilingStatus } from './status.js'

/** Where a kind of filing stands otherwise than filings in general. */
export type BallChanges = Readonly<Partial<Record<FilingStatus, Readonly<Partial<Record<Onlooker, Partial<BallText>>>>>>>

const text = (zh: string, en: string): Bilingual => ({ zh, en })

/** A cancellation holds nothing that could be corrected, and its approval ends something. */
export const cancellationBall: BallChanges = {
  draft: { owner: { meaning: text('正在填写注销申请，尚未提交，只有您能看到。', 'You are filling in the cancellation. Nothing is sent yet and only you can see it.') } },
  'with-providers': {
    owner: {
      meaning: text('注销申请已提交，由接入服务提供者核实。备案在注销获批前一直有效；您可以撤销申请。',
        'The cancellation is finished and the access providers are verifying it. The record stays in force until it is approved; you can withdraw it.'),
      ifNobodyActs: text(`申请停在这一步，备案继续有效。满 ${silenceDays} 天无人核实，系统提醒您和接入服务提供者；您可以撤销。`,
        `It stays here and the record stays in force. After ${silenceDays} days without an answer you and the providers are told; you can withdraw it.`),
    },
    provider: { meaning: text('等待贵司核实注销申请：确认由主办者提出，然后核实通过或不予通过。', 'It waits for you to verify that the owner asks for it; then pass or refuse.') },
  },
  'awaiting-confirmation': { owner: { meaning: text('接入服务提供者已核实通过，核验短信已发给负责人；负责人核验即表示同意注销。', 'The access providers have passed it. The responsible person has been sent a code; confirming is consent to the cancellation.') } },
  'in-review': { owner: { meaning: text('主体所在省通信管理局正在审核注销申请；获批前备案一直有效，期间不能撤销申请。', 'The administration is reviewing the cancellation; the record stays in force until it is approved. It cannot be withdrawn meanwhile.') } },
  returned: {
    owner: {
      meaning: text('注销申请被退回接入服务提供者重新核实，备案继续有效。请查看退回原因。', 'The cancellation went back to the access providers to be verified again; the record stays in force. See the reasons.'),
      whoActs: text('接入服务提供者；您可以撤销', 'The access providers; you can withdraw'),
    },
    provider: {
      meaning: text('注销申请被退回：请按退回原因重新核实；全部接入服务提供者核实通过后继续办理。', 'It was returned. Verify it again with the reasons in mind; it goes on when every provider has passed it.'),
    },
    reviewer: { meaning: text('已退回接入服务提供者重新核实。', 'It is back with the access providers to be verified again.') },
    'responsible-person': { meaning: text('注销申请被退回重新核实，此前的验证码已失效；再次核实通过后您会收到新短信。', 'It was returned to be verified again and earlier codes no longer work. After it is passed you receive a new message.') },
  },
  approved: {
    owner: {
      meaning: text('注销已完成，相应备案号收回，不再使用。', 'The cancellation is done. The numbers are recalled and never given again.'),
      ifNobodyActs: text('不会恢复；以后需要时重新备案，使用新的备案号。', 'It is not restored; whoever needs it later files anew and gets a new number.'),
    },
    provider: { meaning: text('注销已完成，请停止为其提供接入。', 'The cancellation is done; stop the access.') },
    reviewer: { meaning: text('注销已完成，备案库已更新，备案号已收回。', 'The cancellation is done, the register is up to date and the numbers are recalled.') },
    'responsible-person': { meaning: text('您核验的注销申请已通过。', 'The cancellation that you confirmed was approved.') },
  },
  refused: { owner: { meaning: text('注销申请未通过，备案继续有效。请查看原因。', 'The cancellation was refused and the record stays in force. See the reason.') } },
  withdrawn: { owner: { meaning: text('您已撤销注销申请，备案继续有效。', 'You withdrew the cancellation; the record stays in force.') } },
}

const notAsked: Partial<BallText> = {
  meaning: text('取消接入不需要负责人核验。', 'The end of an access asks for nobody’s confirmation.'), ifNobodyActs: text('不需要您操作。', 'You need not do anything.'),
}

/** The end of an access goes from the providers straight to the administration (icp-filing.md §4.3), and takes no number away. */
export const accessEndBall: BallChanges = {
  'with-providers': { 'responsible-person': notAsked },
  'awaiting-confirmation': { 'responsible-person': notAsked },
  'in-review': { 'responsible-person': notAsked },
  returned: { 'responsible-person': notAsked },
  approved: {
    owner: {
      meaning: text('接入已取消，备案号不变；没有其他接入的，成为空壳，请尽快新增接入或注销。',
        'The access is ended. The service keeps its number; without another access it is hollow: add one or cancel the service soon.'),
      ifNobodyActs: text(`成为空壳的，通知满 ${hollowNoticeDays} 天后，管局可以清理。`, `What is hollow can be cleared by the administration ${hollowNoticeDays} days after you were told.`),
    },
    provider: { meaning: text('接入已取消，请停止为其提供接入。', 'The access is ended; stop serving it.') },
    reviewer: { meaning: text('接入已取消，备案库已更新；备案号不变。', 'The access is ended and the register is up to date; the number stays.') },
    'responsible-person': notAsked,
  },
  refused: { 'responsible-person': notAsked },
  withdrawn: { 'responsible-person': notAsked },
}

/** The end of an access that its provider applied for: the owner is told, and can neither withdraw nor hinder it. */
export const providerEndBall: BallChanges = {
  'in-review': {
    owner: {
      meaning: text('接入商申请终止自己的接入，主体所在省通信管理局正在审核；获批前接入一直有效。您不能撤销，如有异议请联系接入商。',
        'The provider applied to end its own access and the administration is reviewing that; the access stays until it is approved. You cannot withdraw it: talk to the provider if you disagree.'),
    },
    provider: { meaning: text('贵司终止接入的申请已送管局审核；获批前请继续提供接入。', 'Your application to end the access is with the administration. Keep serving it until it is approved.') },
  },
  returned: {
    owner: {
      meaning: text('接入商终止接入的申请被管局退回，接入继续有效。', 'The administration returned the provider’s application to end its access; the access stays in force.'),
      whoActs: text('接入服务提供者', 'The access provider'),
    },
    provider: { meaning: text('终止接入的申请被退回：请按退回原因重新核实后再提交，或不再终止。', 'Your application was returned. Verify it again with the reasons in mind and send it on, or give it up.') },
  },
  refused: { owner: { meaning: text('接入没有终止，备案继续有效。请查看原因。', 'The access does not end and the record stays in force. See the reason.') } },
}

/** A new access changes neither number nor certificate. */
export const newAccessBall: BallChanges = {
  approved: {
    owner: { meaning: text('新的接入已登记，备案号和证书不变。', 'The new access is on record; number and certificate stay as they are.') },
    provider: { meaning: text('新的接入已登记，可以开通。', 'The new access is on record and may be opened.') },
    reviewer: { meaning: text('新的接入已登记，备案号和证书不变。', 'The new access is on record; number and certificate stay as they are.') },
  },
}
