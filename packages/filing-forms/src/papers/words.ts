import type { Bilingual } from '@icp/domain'

const words = {
  choose: { zh: '选择图片', en: 'Choose a picture' },
  chooseOf: { zh: '选择图片：{name}', en: 'Choose a picture: {name}' },
  photograph: { zh: '拍照', en: 'Take a photo' },
  photographOf: { zh: '拍照：{name}', en: 'Take a photo: {name}' },
  orDrop: { zh: '也可以把图片拖到这里。', en: 'Or drop it here.' },
  compresses: { zh: '过大的图片会自动压缩。', en: 'A picture that is too large is compressed.' },
  replace: { zh: '更换', en: 'Replace' },
  replaceOf: { zh: '更换：{name}', en: 'Replace: {name}' },
  takeAway: { zh: '删除', en: 'Take away' },
  takeAwayOf: { zh: '删除：{name}', en: 'Take away: {name}' },
  takeAwayText: { zh: '图片会被永久删除。', en: 'The picture is removed for good.' },
  takeAwayKept: { zh: '图片不再作为材料；备案已经提交，因此仍会保留在“已更换或删除的图片”中，可供查看。', en: 'The picture is taken from here. Since the filing was handed in, it is kept among the earlier pictures and can be looked at.' },
  takingAway: { zh: '正在删除', en: 'Taking it away' },
  reading: { zh: '正在读取并压缩图片', en: 'Reading and compressing the picture' },
  tooLarge: { zh: '文件为 {megabytes} MB，最多 {most} MB。请换一张或先压缩。', en: 'The file has {megabytes} MB; up to {most} MB are taken. Choose another, or compress it first.' },
  ready: { zh: '准备上传：{facts}', en: 'Ready to hand in: {facts}' },
  compressed: { zh: '原图 {kilobytes} KB，已压缩，请确认文字仍清晰。', en: 'It had {kilobytes} KB and was compressed. Make sure that it can still be read.' },
  drawn: { zh: '拍摄时间、地点等信息已去除。', en: 'What it said of when and where it was taken is left out.' },
  preview: { zh: '待上传的图片：{name}', en: 'Picture to hand in: {name}' },
  handIn: { zh: '上传', en: 'Hand in' },
  handInInstead: { zh: '上传并更换', en: 'Hand in instead' },
  handingIn: { zh: '正在上传', en: 'Handing in' },
  another: { zh: '不用这张', en: 'Not this one' },
  handedIn: { zh: '已上传：{name}', en: 'Handed in: {name}' },
  reason: { zh: '原因', en: 'Why' },
  reasonHint: { zh: '主办者会看到该原因。', en: 'The owner will read it.' },
  reasonMissing: { zh: '请选择原因。', en: 'Choose a reason.' },
  chooseOne: { zh: '请选择', en: 'Choose one' },
  kept: { zh: '您选择的图片仍在这里，可以再试一次。', en: 'The picture that you chose is still here. You can try again.' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
} satisfies Record<string, Bilingual>

export type PaperFormWord = keyof typeof words
export const paperFormWords: Readonly<Record<PaperFormWord, Bilingual>> = words
