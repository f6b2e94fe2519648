import { fieldLabel, type FilingContent } from '@icp/domain'
import type { Locator, Page } from 'playwright-core'
import type { Caller } from './caller.js'
import { exactly, field } from './forms.js'
import { staff } from './people.js'
import type { Stage } from './play.js'

/** Every line of the sheet in the window of a pass, one after the other. */
async function tickSheet(dialog: Locator): Promise<void> {
  await dialog.getByRole('status').filter({ hasText: /^已答复/ }).waitFor()
  const lines = dialog.getByRole('checkbox', { name: /\(V-\d{2}\)$/ })
  for (let n = 0, count = await lines.count(); n < count; n++) await lines.nth(n).check()
}

/** Somebody at a console (in Chinese): finds a filing by its submission number and acts by the bar under it. */
class ConsoleStaff {
  constructor(
    readonly page: Page,
    readonly caller: Caller,
  ) {}

  dialog = (name: string | RegExp): Locator => this.page.getByRole('dialog', { name })

  async press(name: string, scope: Page | Locator = this.page): Promise<void> {
    await scope.getByRole('button', { name: exactly(name) }).click()
  }

  /** From the list at `path` to the filing. */
  async take(path: string, reference: string): Promise<void> {
    await this.page.goto(path)
    await field(this.page, '搜索').fill(reference)
    await this.press('查询')
    await this.page.getByRole('link', { name: reference }).click()
    await this.page.getByRole('heading', { level: 1, name: `备案 ${reference}` }).waitFor()
  }

  protected async decide(button: string, window: string, confirm: string, typed: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.press(button, this.page.getByRole('region', { name: '办理' }))
    const dialog = this.dialog(window)
    for (const [label, text] of Object.entries(typed)) await field(dialog, label).fill(text)
    await this.press(confirm, dialog)
    await dialog.waitFor({ state: 'detached' })
  }
}

export class ProviderStaff extends ConsoleStaff {
  /** `provider`: a part of its name. */
  static async at(stage: Stage, provider: string): Promise<ProviderStaff> {
    const caller = await staff(stage.stand, { provider })
    return new ProviderStaff(await stage.open({ as: caller }), caller)
  }

  open = (reference: string): Promise<void> => this.take('/queue', reference)
  openCancellation = (reference: string): Promise<void> => this.take('/cancellations', reference)

  /** Ticks the verification sheet part by part, and passes. */
  async pass(remark = '已核对证件与信息'): Promise<void> {
    await this.press('核实通过', this.page.getByRole('region', { name: '办理' }))
    const dialog = this.dialog('核实通过')
    await tickSheet(dialog)
    await field(dialog, '备注').fill(remark)
    await this.press('确认通过', dialog)
    await dialog.waitFor({ state: 'detached' })
  }

  refuse = (reason: string): Promise<void> => this.decide('不予通过', '不予通过', '确认不予通过', { 原因: reason })

  /** Asks, as the provider, for leave to change fields; `parts` are the headings under which they stand. */
  async requestCorrection(fields: Readonly<Record<string, readonly string[]>>, reason: string): Promise<void> {
    await this.press('请求修改', this.page.getByRole('region', { name: '办理' }))
    const dialog = this.dialog('请求修改')
    for (const [part, labels] of Object.entries(fields)) {
      const group = dialog.getByRole('group').filter({ has: this.page.locator('summary', { hasText: part }) }).last()
      if (!(await group.getByRole('checkbox').first().isVisible())) await group.locator('summary').click()
      for (const label of labels) await group.getByRole('checkbox', { name: exactly(label) }).check()
    }
    await field(dialog, '原因').fill(reason)
    await this.press('提出修改请求', dialog)
    await dialog.waitFor({ state: 'detached' })
  }

  /** Corrects one text field under the open request. */
  async correct(label: string, value: string, reason: string): Promise<void> {
    await this.press('修改', this.page.getByRole('region', { name: '办理' }))
    const dialog = this.dialog('修改备案')
    await field(dialog, label).fill(value)
    await field(dialog, '原因').fill(reason)
    await this.press('保存修改', dialog)
    await dialog.waitFor({ state: 'detached' })
  }
}

export class Reviewer extends ConsoleStaff {
  /** `province`: six digits. */
  static async at(stage: Stage, province = '110000'): Promise<Reviewer> {
    const caller = await staff(stage.stand, { province })
    return new Reviewer(await stage.open({ as: caller }), caller)
  }

  open = (reference: string): Promise<void> => this.take('/queue', reference)
  approve = (opinion = '信息齐全'): Promise<void> => this.decide('审核通过', '审核通过', '确认通过', { 审核意见: opinion })
  refuse = (reason: string): Promise<void> => this.decide('不予通过', '不予通过', '确认不予通过', { 原因: reason })

  /** Sends back with one remark beside one field. */
  async sendBack(content: FilingContent, path: string, reason: string, suggestion: string, opinion: string): Promise<void> {
    const name = fieldLabel(path, content).zh
    await this.press(`标注：${name}`)
    const remark = this.dialog(`标注：${name}`)
    await field(remark, '问题').fill(reason)
    await field(remark, '修改建议').fill(suggestion)
    await this.press('保存标注', remark)
    await remark.waitFor({ state: 'detached' })
    await this.decide('退回（1）', '退回', '确认退回', { 退回意见: opinion })
  }
}

/** A responsible person with the link of the message, in a browser of their own, without an account. */
export class ResponsiblePerson {
  private constructor(readonly page: Page) {}

  static async at(stage: Stage, link: string): Promise<ResponsiblePerson> {
    const page = await stage.open()
    await page.goto(new URL(link, stage.stand.owner).pathname)
    await page.getByRole('heading', { level: 1, name: '短信核验' }).waitFor()
    return new ResponsiblePerson(page)
  }

  async confirm(answer: { readonly code: string; readonly mobile: string; readonly lastSix: string }): Promise<void> {
    await field(this.page, '短信验证码').fill(answer.code)
    await field(this.page, '手机号码').fill(answer.mobile)
    await field(this.page, '证件号码后六位').fill(answer.lastSix)
    await this.page.getByRole('button', { name: exactly('确认核验') }).click()
  }
}
