import type { Bilingual } from '../bilingual.js'
import { agreementWindow } from './agreement.js'
import { accessEndBall, type BallChanges, cancellationBall, newAccessBall, providerEndBall } from './ball-of-cancellations.js'
import { migrationBall } from './ball-of-migrations.js'
import { recordEndBall } from './ball-of-record-ends.js'
import { draftKeeping } from './draft-keeping.js'
import type { FilingKind } from './kind.js'
import { silenceDays } from './silence-days.js'
import type { FilingStatus } from './status.js'

export type Onlooker = 'owner' | 'provider' | 'reviewer' | 'responsible-person'

export interface BallText {
  readonly meaning: Bilingual
  readonly whoActs: Bilingual
  readonly untilWhen: Bilingual
  readonly ifNobodyActs: Bilingual
}

const text = (zh: string, en: string): Bilingual => ({ zh, en })

const noLimit = text('没有期限', 'No time limit')
const nobody = text('无人需要操作', 'Nobody has to act')
const final = text('已办结', 'It is closed')
const nothingHappens = text('不会有变化', 'Nothing changes')
const confirmWindow = text('验证短信发出后 24 小时内', 'Within 24 hours of the message')
const reviewWindow = text('进入审核之日起 20 个工作日内', 'Within 20 working days of entering review')
const agreementTime = text(`提交后 ${agreementWindow.days} 天内`, `Within ${agreementWindow.days} days of the finish`)
const firstReview = text('一般 1–2 个工作日', 'Usually 1–2 working days')

/**
 * For every status and everyone who looks at it: what it means, who acts, until when, and what happens if nobody does. The type makes a
 * missing one fail the build.
 */
export const ballTexts: Readonly<Record<FilingStatus, Readonly<Record<Onlooker, BallText>>>> = {
  draft: {
    owner: {
      meaning: text('正在填写，尚未提交，只有您能看到。', 'You are filling it in. Nothing is sent yet and only you can see it.'),
      whoActs: text('您', 'You'), untilWhen: text(`最后一次保存后 ${draftKeeping.days} 天内`, `Within ${draftKeeping.days} days of the last save`),
      ifNobodyActs: text(`不进入办理；到期前 ${draftKeeping.remindedBefore} 天提醒您，之后草稿被删除。`, `Nothing is processed; ${draftKeeping.remindedBefore} days before the end you are reminded, and then the draft is removed.`),
    },
    provider: {
      meaning: text('主办者尚未提交，您看不到内容。', 'The owner has not finished yet; you cannot see it.'),
      whoActs: text('主办者', 'The owner'), untilWhen: noLimit, ifNobodyActs: nothingHappens,
    },
    reviewer: {
      meaning: text('主办者尚未提交，您看不到内容。', 'The owner has not finished yet; you cannot see it.'),
      whoActs: text('主办者', 'The owner'), untilWhen: noLimit, ifNobodyActs: nothingHappens,
    },
    'responsible-person': {
      meaning: text('主办者尚未提交，暂不需要您核验。', 'The owner has not finished yet; there is nothing to confirm.'),
      whoActs: text('主办者', 'The owner'), untilWhen: noLimit, ifNobodyActs: nothingHappens,
    },
  },
  'awaiting-agreement': {
    owner: {
      meaning: text('已提交并锁定，等待接收方主办者在其账号中同意。没有回音时，可能是备案号填错，或接收方没有账号；您可以撤销后重新提出。',
        'Finished and locked. The owner of the receiving subject has to agree from the own account. If nothing comes back, the number may be wrong or that subject has no account; you can withdraw and ask again.'),
      whoActs: text('接收方主办者；您可以撤销', 'The receiving owner; you can withdraw'), untilWhen: agreementTime,
      ifNobodyActs: text('视为不同意，本次迁移终止；网站仍在您名下，备案号不变。', 'That counts as no agreement and ends the move; the website stays yours under its number.'),
    },
    provider: {
      meaning: text('两位主办者尚未达成一致，暂不需要贵司核实。', 'The two owners have not agreed yet; there is nothing for you to verify.'),
      whoActs: text('接收方主办者', 'The receiving owner'), untilWhen: agreementTime, ifNobodyActs: text('本次迁移终止，贵司不会收到。', 'The move ends and does not reach you.'),
    },
    reviewer: {
      meaning: text('等待接收方主办者同意，尚未进入审核。', 'The receiving owner has to agree; it has not reached review.'),
      whoActs: text('接收方主办者', 'The receiving owner'), untilWhen: agreementTime, ifNobodyActs: text('本次迁移终止，不进入审核队列。', 'The move ends and does not enter the review queue.'),
    },
    'responsible-person': {
      meaning: text('两位主办者尚未达成一致，暂不需要您核验。', 'The two owners have not agreed yet; there is nothing to confirm.'),
      whoActs: text('接收方主办者', 'The receiving owner'), untilWhen: agreementTime, ifNobodyActs: text('不需要您操作。', 'You need not do anything.'),
    },
  },
  'with-providers': {
    owner: {
      meaning: text('已提交并锁定，由备案所列的接入服务提供者核实。您不能再修改，可以提出修改请求或撤销。',
        'Finished and locked. Every access provider that it names is verifying it. You can no longer change it, but you can ask for a correction or withdraw.'),
      whoActs: text('接入服务提供者', 'The access providers'), untilWhen: firstReview,
      ifNobodyActs: text(`备案停在这一步。满 ${silenceDays} 天无人核实，系统提醒您和接入服务提供者；您可以联系对方，或撤销后另选。`, `It stays here. After ${silenceDays} days without an answer you and the provider are told; contact it, or withdraw and choose another one.`),
    },
    provider: {
      meaning: text('等待贵司核实：核对证件与信息，需要时依据修改请求修改，然后核实通过或不予通过。',
        'It waits for you to verify it: compare papers and data, correct under a request where needed, then pass or refuse.'),
      whoActs: text('贵司；备案列有多家接入服务提供者的，每家都要核实', 'You, and every other provider that the filing names'), untilWhen: firstReview,
      ifNobodyActs: text(`备案停在贵司。满 ${silenceDays} 天未核实的，系统提醒贵司和主办者并标记催办；主办者可以撤销。`, `It stays with you. After ${silenceDays} days you and the owner are told and it is marked as urged; the owner may withdraw it.`),
    },
    reviewer: {
      meaning: text('接入服务提供者正在核实，尚未进入审核。', 'The access providers are verifying it; it has not reached review.'),
      whoActs: text('接入服务提供者', 'The access providers'), untilWhen: firstReview,
      ifNobodyActs: text('不会进入审核队列。', 'It does not enter the review queue.'),
    },
    'responsible-person': {
      meaning: text('接入服务提供者正在核实，通过后您会收到核验短信。', 'The access providers are verifying it. When they have passed it you receive a message.'),
      whoActs: text('接入服务提供者', 'The access providers'), untilWhen: firstReview,
      ifNobodyActs: text('您不会收到短信。', 'No message is sent to you.'),
    },
  },
  'awaiting-confirmation': {
    owner: {
      meaning: text('接入服务提供者已核实通过，核验短信已发给各负责人。', 'The access providers have passed it, and each responsible person has been sent a code.'),
      whoActs: text('负责人', 'The responsible persons'), untilWhen: confirmWindow,
      ifNobodyActs: text('超时或输错超过 5 次，备案退回接入服务提供者，核实通过后重新发送短信。',
        'After 24 hours, or at the sixth wrong entry, it goes back to the access providers; after they pass it again new codes are sent.'),
    },
    provider: {
      meaning: text('已核实通过，等待负责人短信核验。', 'You have passed it; the responsible persons have to confirm.'),
      whoActs: text('负责人', 'The responsible persons'), untilWhen: confirmWindow,
      ifNobodyActs: text('备案退回贵司，需要重新核实通过。', 'It comes back to you and has to be passed again.'),
    },
    reviewer: {
      meaning: text('等待负责人短信核验，尚未进入审核。', 'The responsible persons have to confirm; it has not reached review.'),
      whoActs: text('负责人', 'The responsible persons'), untilWhen: confirmWindow,
      ifNobodyActs: text('备案退回接入服务提供者，不进入审核。', 'It goes back to the access providers and does not reach review.'),
    },
    'responsible-person': {
      meaning: text('请核对备案内容，输入验证码、手机号码和证件号码后六位确认。',
        'Check the content, then confirm with the code, your mobile number and the last six characters of your ID.'),
      whoActs: text('您；如有其他负责人，每人都要核验', 'You, and every other responsible person'), untilWhen: confirmWindow,
      ifNobodyActs: text('视为未同意，备案退回接入服务提供者。', 'That counts as no consent; the filing goes back to the access provider.'),
    },
  },
  'in-review': {
    owner: {
      meaning: text('主体所在省通信管理局正在审核，期间任何人不能修改或撤销。',
        'The administration of the subject’s province is reviewing it. Nobody can change or withdraw it meanwhile.'),
      whoActs: text('通信管理局', 'The administration'), untilWhen: reviewWindow,
      ifNobodyActs: text('超期次日系统提醒通信管理局、上报系统管理方并通知您，并在管局队列中标红催办；请凭提交编号联系通信管理局。',
        'The day after, the administration, those who run the system and you are told, and it is marked overdue and urged in its queue; contact the administration with your submission number.'),
    },
    provider: {
      meaning: text('通信管理局正在审核，贵司不能再修改。', 'The administration is reviewing it; you cannot change it now.'),
      whoActs: text('通信管理局', 'The administration'), untilWhen: reviewWindow,
      ifNobodyActs: text('超期会在管局的队列中标红。', 'It is marked overdue in the administration’s queue.'),
    },
    reviewer: {
      meaning: text('等待贵局审核：通过、逐项退回或不予通过。', 'It waits for your decision: approve, return with reasons per field, or refuse.'),
      whoActs: text('贵局', 'Your administration'), untilWhen: reviewWindow,
      ifNobodyActs: text('超过法定期限：队列中标为逾期并催办，系统提醒贵局审核人员和主办者，并上报系统管理方。', 'The legal time limit is missed: it is marked overdue and urged, and your reviewers, the owner and those who run the system are told.'),
    },
    'responsible-person': {
      meaning: text('您已完成核验，通信管理局正在审核。', 'The confirmations are given and the administration is reviewing it.'),
      whoActs: text('通信管理局', 'The administration'), untilWhen: reviewWindow,
      ifNobodyActs: text('超期会在管局的队列中标红。', 'It is marked overdue in the administration’s queue.'),
    },
  },
  returned: {
    owner: {
      meaning: text('备案被退回接入服务提供者。请查看退回原因，由接入服务提供者依据修改请求修改后重新核实。',
        'It went back to the access providers. See the reasons; the provider corrects it under a correction request and verifies it again.'),
      whoActs: text('接入服务提供者；您可以提出修改请求或撤销', 'The access providers; you can ask for a correction or withdraw'), untilWhen: firstReview,
      ifNobodyActs: text(`备案停在这一步。满 ${silenceDays} 天无人处理，系统提醒您和接入服务提供者；您可以联系对方，或撤销。`, `It stays here. After ${silenceDays} days without an answer you and the provider are told; contact it, or withdraw.`),
    },
    provider: {
      meaning: text('备案被退回：按退回原因修改（需有修改请求），全部接入服务提供者重新核实通过后再次短信核验。',
        'It was returned. Correct what was named (under a correction request); every provider passes it again, and the persons confirm again.'),
      whoActs: text('贵司及备案所列的其他接入服务提供者', 'You, and every other provider that the filing names'), untilWhen: firstReview,
      ifNobodyActs: text(`备案停在贵司。满 ${silenceDays} 天未处理的，系统提醒贵司和主办者并标记催办；主办者可以撤销。`, `It stays with you. After ${silenceDays} days you and the owner are told and it is marked as urged; the owner may withdraw it.`),
    },
    reviewer: {
      meaning: text('已退回接入服务提供者修改。', 'It is back with the access providers for correction.'),
      whoActs: text('接入服务提供者', 'The access providers'), untilWhen: firstReview,
      ifNobodyActs: text('不会再次进入审核队列。', 'It does not come back to the review queue.'),
    },
    'responsible-person': {
      meaning: text('备案被退回修改，此前的验证码已失效；重新核实通过后您会收到新短信。',
        'It was returned for correction and earlier codes no longer work. After it is passed again you receive a new message.'),
      whoActs: text('接入服务提供者', 'The access providers'), untilWhen: firstReview,
      ifNobodyActs: text('您不会收到新短信。', 'No new message is sent to you.'),
    },
  },
  approved: {
    owner: {
      meaning: text('审核通过，备案库已更新。', 'Approved; the register is up to date.'),
      whoActs: nobody, untilWhen: final, ifNobodyActs: text('备案库中的记录持续有效，直至变更或注销。',
        'What the register says stays in force until it is changed or cancelled.'),
    },
    provider: {
      meaning: text('审核通过。新备案可以开通接入；注销备案的，请停止为其提供接入。',
        'Approved. A new filing may go online; after a cancellation you must stop its access.'),
      whoActs: nobody, untilWhen: final, ifNobodyActs: nothingHappens,
    },
    reviewer: {
      meaning: text('已通过，备案库和证书已更新。', 'Approved; register and certificate are up to date.'),
      whoActs: nobody, untilWhen: final, ifNobodyActs: nothingHappens,
    },
    'responsible-person': {
      meaning: text('您核验的备案已通过审核。', 'The filing that you confirmed was approved.'),
      whoActs: nobody, untilWhen: final, ifNobodyActs: nothingHappens,
    },
  },
  refused: {
    owner: {
      meaning: text('未通过。请查看原因；可以据此新建草稿，改正后重新备案。备案库中已有的记录不受影响。',
        'Refused. See the reason; you can start a new draft from it. Whatever the register holds already is not affected.'),
      whoActs: text('您，如需重新备案', 'You, if you want to file again'), untilWhen: noLimit, ifNobodyActs: nothingHappens,
    },
    provider: {
      meaning: text('未通过，已办结。', 'Refused and closed.'), whoActs: nobody, untilWhen: final, ifNobodyActs: nothingHappens,
    },
    reviewer: {
      meaning: text('未通过，已办结。', 'Refused and closed.'), whoActs: nobody, untilWhen: final, ifNobodyActs: nothingHappens,
    },
    'responsible-person': {
      meaning: text('该备案未通过，无需核验。',
        'The filing was refused; there is nothing to confirm.'), whoActs: nobody, untilWhen: final, ifNobodyActs: nothingHappens,
    },
  },
  withdrawn: {
    owner: {
      meaning: text('您已撤销。可以据此新建草稿。备案库中已有的记录不受影响。',
        'You withdrew it. You can start a new draft from it. Whatever the register holds already is not affected.'),
      whoActs: text('您，如需重新备案', 'You, if you want to file again'), untilWhen: noLimit, ifNobodyActs: nothingHappens,
    },
    provider: {
      meaning: text('主办者已撤销，已办结。', 'The owner withdrew it; it is closed.'), whoActs: nobody, untilWhen: final, ifNobodyActs: nothingHappens,
    },
    reviewer: {
      meaning: text('主办者在审核前已撤销，已办结。',
        'The owner withdrew it before review; it is closed.'), whoActs: nobody, untilWhen: final, ifNobodyActs: nothingHappens,
    },
    'responsible-person': {
      meaning: text('该备案已撤销，无需核验。',
        'The filing was withdrawn; there is nothing to confirm.'), whoActs: nobody, untilWhen: final, ifNobodyActs: nothingHappens,
    },
  },
}

const changesOf: Readonly<Record<FilingKind, readonly BallChanges[]>> = {
  'new-subject': [], 'new-service': [], change: [], 'new-access': [newAccessBall], 'migrate-service': [migrationBall],
  'cancel-service': [cancellationBall], 'cancel-subject': [cancellationBall], 'cancel-access': [cancellationBall, accessEndBall],
}

/** How a filing came about, or came to its end, where that changes what is said of it. */
export interface BallCourse {
  /** A provider applied for it. */
  readonly byProvider?: boolean
  /** What it was about was cancelled by force, and it ended with that (`end-with-record`). */
  readonly withRecord?: boolean
}

/** As a filing tells it of itself. `applicant`: the provider that applied for it. */
export const courseOf = ({ applicant, endedWithRecord }: { readonly applicant?: object | undefined; readonly endedWithRecord?: boolean | undefined }): BallCourse => ({
  byProvider: applicant !== undefined, withRecord: endedWithRecord === true,
})

/** The same for a filing of this kind: what the general text would get wrong is said otherwise. */
export const ballOf = (kind: FilingKind, status: FilingStatus, onlooker: Onlooker, { byProvider = false, withRecord = false }: BallCourse = {}): BallText =>
  [...changesOf[kind], ...(byProvider ? [providerEndBall] : []), ...(withRecord ? [recordEndBall] : [])].reduce<BallText>((said, changes) => ({ ...said, ...changes[status]?.[onlooker] }), ballTexts[status][onlooker])
