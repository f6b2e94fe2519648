import type { Bilingual } from '@icp/domain'

export const revealWords = {
  title: { zh: '查看完整信息', en: 'Show the full value' },
  lead: {
    zh: '您将查看“{field}”的完整内容。查看人、时间、字段和用途会记入审计，主办者可以看到是哪个单位在何时、为何查看。',
    en: 'You are about to see “{field}” in full. Who looked, when, at which field and why goes into the audit, and the owner can see which organisation looked, when and why.',
  },
  reason: { zh: '用途', en: 'Purpose' },
  choose: { zh: '请选择', en: 'Choose one' },
  reasonMissing: { zh: '请选择用途。', en: 'Choose the purpose.' },
  note: { zh: '说明', en: 'In words' },
  noteHint: { zh: '一句话即可，请勿填写证件号码、电话等个人信息。重新打开网页之前，查看同一备案的其他字段和图片沿用此用途，不再询问。', en: 'One sentence is enough; leave out certificate numbers, phone numbers and other personal data. Until you reload the page, further fields and pictures of this filing are shown for the same purpose.' },
  noteMissing: { zh: '请用文字说明用途（至少两个字）。', en: 'Say in words what it is needed for (two characters at least).' },
  confirm: { zh: '查看', en: 'Show' },
  busy: { zh: '正在读取…', en: 'Reading…' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  refused: { zh: '未能查看', en: 'It could not be shown' },
} satisfies Record<string, Bilingual>
