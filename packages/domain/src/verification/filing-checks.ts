import { cancellationKinds, registrationKinds } from '../filing/kind.js'
import type { SheetCheck } from './check.js'

/** The filing as a whole: who asks for it, and that the sheet itself is in order. */
export const filingChecks: readonly SheetCheck[] = [
  {
    id: 'V-21', severity: 'block', about: 'filing', kinds: cancellationKinds, source: 'icp-filing §8 (HW, TC)',
    title: { zh: '注销确由主办者提出', en: 'The cancellation is really what the owner wants' },
    asked: ({ byProvider }) => !byProvider,
    look: () => ({
      zh: '已与主办者联系，由其本人或单位确认申请注销，并知道将失效的内容。', en: 'The owner was reached, has confirmed the application, and knows what ends with it.',
    }),
    fix: { zh: '主办者否认申请的，不予通过，并提醒其检查账号安全。', en: 'Refuse it if the owner knows nothing of it, and tell the owner to look after the account.' },
  },
  {
    id: 'V-22', severity: 'block', about: 'filing', kinds: ['cancel-access'], source: 'icp-filing §8 (HW, TC)',
    title: { zh: '接入关系已经结束', en: 'The access has come to its end' },
    look: () => ({ zh: '接入合同已终止或即将终止，取消后将停止接入。', en: 'The contract has ended or is about to, and the service stops with the cancellation.' }),
    fix: { zh: '仍需继续接入的，不予通过。', en: 'Refuse it if the access is still wanted.' },
  },
  {
    id: 'V-23', severity: 'block', about: 'filing', kinds: ['migrate-service'], source: 'icp-filing §3 no 8, §9: the provider verifies its new customer',
    title: { zh: '接收方是本接入商的客户', en: 'The receiver is a customer of this provider' },
    look: () => ({ zh: '已与接收方签订接入合同并核对其真实身份。', en: 'There is a contract with the receiver, whose identity was verified.' }),
    fix: { zh: '请接收方先与贵司签订接入合同；否则不予通过。', en: 'The receiver makes a contract with you first; refuse it otherwise.' },
  },
  {
    id: 'V-24', severity: 'block', about: 'filing', kinds: registrationKinds,
    source: 'icp-filing §2.11, §4.5 (SPEC3 1055–1061; SPEC3 5010; N64)',
    title: { zh: '《真实性核验单》已签署，附件合格', en: 'The paper sheet is signed, and its attachments can be sent' },
    look: () => ({
      zh: '《真实性核验单》一式两份，已签字盖章；“材料”中的照片和扫描件清晰、完整，与原件一致。',
      en: 'The paper sheet is signed and sealed in two copies. The pictures under “Papers” are clear and whole, and show the originals.',
    }),
    fix: { zh: '请主办者补签；不合格的照片和扫描件重新拍摄、上传。', en: 'Have it signed. Pictures that do not fit are taken and handed in again.' },
  },
]
