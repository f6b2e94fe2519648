import { type Finding, Refusal } from '@icp/domain'

/** The same for what is another's, what has been replaced, and what never was. */
export const noSuchPaper = () => new Refusal('not-found', 'paper-not-found', { zh: '没有找到该材料，可能已被更换或删除。', en: 'There is no such paper; it may have been replaced or taken away.' })

export const paperFindings = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'paper-findings', { zh: '该材料不能上传，请按提示处理。', en: 'This paper cannot be handed in. See what is marked.' }, { findings })

const scanAgainSeconds = 60

/** The scanner is away, or says nothing that can be read: whoever runs the system finds the cause in the log. */
export const notScanned = () => new Refusal('unavailable', 'not-scanned', {
  zh: `暂时无法检查图片是否含有恶意代码，图片未保存，请在 ${scanAgainSeconds} 秒后重试。`,
  en: `The picture cannot be checked for malicious code at the moment, so it was not kept. Try again in ${scanAgainSeconds} seconds.`,
}, { retryAfter: scanAgainSeconds })

export const placeTaken = () => new Refusal('conflict', 'paper-there', {
  zh: '这项材料刚刚已有图片或已被更换，请刷新后查看。', en: 'There is a picture by now, or it has just been replaced. Load the page again.',
})

export const paperReasonMissing = () => new Refusal('invalid', 'paper-reason', {
  zh: '更换或删除主办者的材料须选择原因。', en: 'Choose why the owner’s paper is changed.',
}, {
  findings: [{
    rule: 'paper-reason', path: 'reason', severity: 'block', source: 'icp-filing §4.2',
    text: { zh: '请选择原因。', en: 'Choose a reason.' }, fix: { zh: '主办者会看到该原因。', en: 'The owner will read it.' },
  }],
})
