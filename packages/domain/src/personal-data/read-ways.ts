import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'

/** How an organisation came to see a filing, record in force or account of somebody else, or a message to somebody. A list in which the filing or record stands is not among them: it names the subject, as the public register does. */
export const ReadWay = z.enum(['opened', 'sheet', 'conflict', 'exported', 'forced', 'certificate', 'account', 'paper', 'revealed', 'message'])
export type ReadWay = z.infer<typeof ReadWay>

const labels: Readonly<Record<ReadWay, Bilingual>> = {
  opened: { zh: '打开备案', en: 'Opened the filing' },
  sheet: { zh: '查看真实性核验单', en: 'Read its verification sheets' },
  conflict: { zh: '核对与其他备案的冲突', en: 'Compared it with a filing that it conflicts with' },
  exported: { zh: '导出的列表文件中含有', en: 'Took it along in an exported list' },
  forced: { zh: '查看强制注销的影响', en: 'Looked at what cancelling it by force would end' },
  certificate: { zh: '打开电子证书', en: 'Opened the certificate' },
  account: { zh: '打开您的账号', en: 'Opened your account' },
  paper: { zh: '查看材料图片', en: 'Looked at a paper' },
  revealed: { zh: '查看未遮挡的内容', en: 'Looked at a masked value' },
  message: { zh: '查看发给您的短信或邮件全文', en: 'Read a message to you in full' },
}

export const readWayLabel = (way: ReadWay): Bilingual => labels[way]
