import { Refusal } from '@icp/domain'
import { codeFinding } from '../codes/code-refusals.js'

/** The code of an authenticator is wrong, or was used before; `triesLeft` more may be made in this log-on. */
export const wrongAuthenticatorCode = (path: string, triesLeft: number): Refusal => {
  const text = { zh: `动态口令不正确或已经用过，还可尝试 ${triesLeft} 次。`, en: `The code is not right, or was used before. ${triesLeft} more tries.` }
  const how = { zh: '请等待身份验证器显示下一个口令后输入，并确认手机时间准确。', en: 'Wait for the next code of your authenticator, and check that the clock of the phone is right.' }
  return new Refusal('invalid', 'code-wrong', text, { findings: [codeFinding(path, text, how)] })
}
