import type { Locator, Page } from 'playwright-core'
import { exactly, field } from './forms.js'
import type { Registrant } from './people.js'

const proof = { button: '不用图片验证', done: '已完成验证，不需要输入验证码。' }

/** Somebody in front of the owner portal who is not logged on (in Chinese). */
export class Visitor {
  constructor(readonly page: Page) {}

  heading = (name: string | RegExp): Locator => this.page.getByRole('heading', { level: 1, name })
  button = (name: string): Locator => this.page.getByRole('button', { name: exactly(name) })
  field = (label: string): Locator => field(this.page, label)
  summary = (): Locator => this.page.getByRole('alert').filter({ has: this.page.getByRole('link') })

  /** From home through both acceptances to the form. */
  async reachForm(): Promise<void> {
    await this.page.goto('/')
    await this.page.getByRole('link', { name: '注册', exact: true }).click()
    await this.heading('使用条款与隐私告知').waitFor()
    await this.button('同意').click()
    await this.heading('备案信息真实性承诺书').waitFor()
    await this.button('同意').click()
    await this.heading('网站主办者注册').waitFor()
  }

  /** Verifies without a picture: the browser works by itself. */
  async verify(): Promise<void> {
    const choice = this.page.getByRole('button', { name: proof.button })
    // The way without a picture is kept for the tab, so that a second form opens with it.
    await choice.or(this.page.getByText(proof.done)).first().waitFor()
    if (await choice.count() > 0) await choice.click()
    await this.page.getByText(proof.done).waitFor()
  }

  async typeRegistration(who: Registrant): Promise<void> {
    const values: Record<string, string> = {
      用户名: who.userName, 密码: who.password, 再次输入密码: who.password, 姓名: who.name, 证件号码: who.certificateNumber, 手机号码: who.mobile, 电子邮件: who.email,
    }
    for (const [label, value] of Object.entries(values)) await this.field(label).fill(value)
  }

  async sendCodes(): Promise<void> {
    await this.verify()
    await this.button('发送验证码').click()
  }

  /** Copies the codes that are on the screen into their fields. */
  async typeCodesOnScreen(): Promise<void> {
    for (const label of ['手机验证码', '邮件验证码']) {
      const shown = this.page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]')
      await this.field(label).fill((await shown.innerText()).trim())
    }
  }

  /** First step of the log-on, on the page that shows its form. */
  async typeLogOn(userName: string, password: string): Promise<void> {
    await this.field('用户名').fill(userName)
    await this.field('密码').fill(password)
    await this.verify()
    await this.button('登录').click()
  }

  /** The code that is on the screen of the second step while the SMS platform is off. */
  codeOnScreen = async (): Promise<string> => (await this.page.locator('dt', { hasText: '屏幕显示的代码' }).locator('xpath=following-sibling::dd[1]').innerText()).trim()

  async typeCode(code: string): Promise<void> {
    await this.field('手机或邮箱验证码').fill(code)
    await this.button('进入').click()
  }

  /** Both steps of the log-on. */
  async logOn(userName: string, password: string): Promise<void> {
    await this.typeLogOn(userName, password)
    await this.heading('输入手机或邮箱收到的验证码').waitFor()
    await this.typeCode(await this.codeOnScreen())
  }
}
