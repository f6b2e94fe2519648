import { agreementWindow } from '../filing/agreement.js'

const { days } = agreementWindow

/** Templates for a website that moves to another subject. `{service}` is its name and number. */
export const migrationTemplates = {
  'agreement-asked-owner': {
    title: { zh: '迁移 {reference} 已提交，待接收方同意', en: 'Move {reference} is finished and awaits agreement' },
    body: {
      zh: `已请「{receiver}」的主办者同意接收 {service}，${days} 天内未同意即终止。如备案号填错，对方不会收到，请撤销后重新提出。`,
      en: `The owner of “{receiver}” is asked to receive {service}; without agreement within ${days} days the move ends. If the number is wrong nobody is asked: withdraw and start again.`,
    },
  },
  'agreement-asked-receiver': {
    title: { zh: '请您接收网站：{reference}', en: 'You are asked to receive a website: {reference}' },
    body: {
      zh: `「{subjectName}」请您的主体接收 {service}。请在首页查看并在 ${days} 天内同意或不同意；不答复视为不同意。`,
      en: `“{subjectName}” asks your subject to receive {service}. See the home page and agree or decline within ${days} days; no answer counts as no.`,
    },
  },
  'agreed-owner': {
    title: { zh: '接收方已同意迁移 {reference}', en: 'The receiving owner has agreed to move {reference}' },
    body: { zh: '{service} 的迁移正由接入服务提供者核实。', en: 'The access providers now verify the move of {service}.' },
  },
  'agreement-declined': {
    title: { zh: '接收方不同意迁移 {reference}', en: 'The receiving owner declined move {reference}' },
    body: { zh: '原因：{reason}。{service} 仍在您名下，备案号不变。', en: 'Reason: {reason}. {service} stays yours under its number.' },
  },
  'agreement-expired': {
    title: { zh: '迁移 {reference} 已终止：未获同意', en: 'Move {reference} has ended without agreement' },
    body: { zh: `接收方 ${days} 天内没有同意。{service} 的备案不变。`, en: `The receiving owner did not agree within ${days} days. The filing of {service} stays as it is.` },
  },
  'withdrawn-receiver': {
    title: { zh: '迁移 {reference} 已撤销', en: 'Move {reference} is withdrawn' },
    body: { zh: '{service} 不再迁移到您的主体名下。', en: '{service} does not move to your subject any more.' },
  },
  'migrated-owner': {
    title: { zh: '迁移 {reference} 已通过', en: 'Move {reference} is approved' },
    body: {
      zh: '{service} 已归到主体 {receiver} 名下，原备案号终止，双方电子证书随之更新。新主办者请在首页底部换上新备案号。',
      en: '{service} now stands under subject {receiver} and its old number has ended; the e-certificates of both follow. The new owner shows the new number at the foot of the home page.',
    },
  },
  'migrated-provider': {
    title: { zh: '迁移 {reference} 已通过，客户已变更', en: 'Move {reference} is approved: another customer' },
    body: {
      zh: '{service} 已归到主体 {receiver} 名下，接入继续；请与新主办者办理合同和实名手续。', en: '{service} now stands under subject {receiver}. The access goes on; settle contract and real-name papers with the new owner.',
    },
  },
}
