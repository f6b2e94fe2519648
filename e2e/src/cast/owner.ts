import { type Access, type FieldRow, type RegistrationContent, type Service, summaryOf, withFieldAt } from '@icp/domain'
import type { Locator, Page } from 'playwright-core'
import { exactly, field, fillField, group, type Language } from './forms.js'
import type { OwnerAccount } from './people.js'
import type { Opening, Stage } from './play.js'
import { shows } from './shown.js'

const words = {
  zh: {
    next: '下一步', previous: '上一步', finish: '完成', submit: '提交', cancel: '取消', addWebsite: '添加网站', addAccess: (name: string) => `为 ${name} 添加接入`, moreAccess: '添加接入', continue: '继续',
    query: '查询', ok: '确定', chooseProvider: '选择接入服务提供者', keywords: '关键词', newWebsite: '添加网站', newAccess: (name: string) => `添加接入：${name}`,
    accessList: (name: string) => `接入信息：${name}`, checked: '我已核对全部信息，确认其真实、准确、完整。', finishAndLock: '完成并锁定', finished: '备案已提交', subject: '主体信息',
    websites: '网站与接入', summary: 'ICP备案信息汇总', saved: /已保存/,
  },
  en: {
    next: 'Next', previous: 'Previous', finish: 'Finish', submit: 'Submit', cancel: 'Cancel', addWebsite: 'Add website', addAccess: (name: string) => `Add access to ${name}`, moreAccess: 'Add access', continue: 'Continue',
    query: 'Query', ok: 'OK', chooseProvider: 'Choose the access provider', keywords: 'Keywords', newWebsite: 'Add website', newAccess: (name: string) => `Add access: ${name}`,
    accessList: (name: string) => `Access: ${name}`, checked: 'I have checked everything: it is true, accurate and complete.', finishAndLock: 'Finish and lock', finished: 'Your filing is handed in', subject: 'Subject',
    websites: 'Websites and access', summary: 'ICP filing information summary', saved: /Saved/,
  },
} as const

/** What the forms of one part ask, in order: its own rows, without those of the parts within. */
const rowsAt = (content: RegistrationContent, path: string): readonly FieldRow[] => {
  const groups = summaryOf(content)
  const rows = [...groups, ...groups.flatMap((one) => one.groups)].find((one) => one.path === path)?.rows ?? []
  return rows.filter((row) => !row.stated)
}

/** A website owner in front of the portal. Acts by what the screen says. */
export class Owner {
  readonly words: (typeof words)[Language]

  private constructor(
    readonly page: Page,
    readonly account: OwnerAccount,
    readonly language: Language,
  ) {
    this.words = words[language]
  }

  /** With a session, in a browser of their own, at `path`. */
  static async at(stage: Stage, path: string, account: OwnerAccount, opening: Opening = {}): Promise<Owner> {
    const page = await stage.open({ ...opening, as: account.caller })
    await page.goto(path)
    return new Owner(page, account, opening.language === 'en' ? 'en' : 'zh')
  }

  heading = (name: string | RegExp): Locator => this.page.getByRole('heading', { level: 1, name })
  button = (name: string, scope: Page | Locator = this.page): Locator => scope.getByRole('button', { name: exactly(name) })
  dialog = (name: string | RegExp): Locator => this.page.getByRole('dialog', { name })
  menu = (name: string): Locator => this.page.getByRole('treeitem', { name: exactly(name) })
  /** The list entry of one website. */
  card = (name: string): Locator => this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: exactly(name) }) })

  async press(name: string, scope: Page | Locator = this.page): Promise<void> {
    await this.button(name, scope).click()
  }

  /** Opens a page by the tree on the left, through the node above it. */
  async goByMenu(above: string | null, node: string): Promise<void> {
    if (above !== null && (await this.menu(above).getAttribute('aria-expanded')) !== 'true') await this.menu(above).click()
    await this.menu(node).click()
  }

  async typeSubject(content: RegistrationContent): Promise<void> {
    for (const part of ['subject', 'subject.person', 'subject.legalPerson']) {
      for (const row of rowsAt(content, part)) await fillField(this.page, row, content, this.language)
    }
  }

  async typeWebsite(dialog: Locator, content: RegistrationContent, service: Service): Promise<void> {
    for (const row of rowsAt(content, `services.${service.id}`)) if (row.key !== 'type') await fillField(dialog, row, content, this.language)
    if (service.personSource === 'own') {
      const person = summaryOf(content).flatMap((one) => one.groups).find((one) => one.path === `services.${service.id}.person`)
      // In a window the ids carry the id that the page gave the new website, so that the last day is typed and not ticked.
      const dated = withFieldAt(content, `services.${service.id}.person.certificateValidTo`, '2039-12-31')
      for (const row of person?.rows ?? []) await fillField(dialog, row, dated, this.language)
    }
  }

  async addWebsite(content: RegistrationContent, service: Service): Promise<void> {
    await this.press(this.words.addWebsite)
    const dialog = this.dialog(this.words.newWebsite)
    await this.typeWebsite(dialog, content, service)
    await this.press(this.words.submit, dialog)
    await dialog.waitFor({ state: 'detached' })
    await this.card(service.name).waitFor()
  }

  /** Finds the provider by keywords in its window and takes it by the radio button left of its name. */
  async chooseProvider(dialog: Locator, name: string, keywords = name): Promise<void> {
    await this.press(this.words.query, dialog)
    const window = this.dialog(this.words.chooseProvider)
    await field(window, this.words.keywords).fill(keywords)
    await this.press(this.words.query, window)
    await window.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
    await this.press(this.words.ok, window)
    await window.waitFor({ state: 'detached' })
  }

  async typeAccess(dialog: Locator, content: RegistrationContent, service: Service, access: Access): Promise<void> {
    await this.chooseProvider(dialog, access.providerName)
    for (const row of rowsAt(content, `services.${service.id}.accesses.${access.id}`)) {
      if (row.key !== 'providerName') await fillField(dialog, row, content, this.language)
    }
  }

  /** The accesses of one website, one after the other, as the window leads: Submit, Add access, Submit, Continue. */
  async addAccesses(content: RegistrationContent, service: Service): Promise<void> {
    await this.press(this.words.addAccess(service.name))
    for (const [index, access] of service.accesses.entries()) {
      const dialog = this.dialog(this.words.newAccess(service.name))
      await this.typeAccess(dialog, content, service, access)
      await this.press(this.words.submit, dialog)
      const list = this.dialog(this.words.accessList(service.name))
      await list.waitFor()
      await this.press(index === service.accesses.length - 1 ? this.words.continue : this.words.moreAccess, list)
    }
    await this.dialog(this.words.accessList(service.name)).waitFor({ state: 'detached' })
  }

  /** From an empty first step to the summary. */
  async enterAll(content: RegistrationContent): Promise<void> {
    await this.heading(this.words.subject).waitFor()
    await this.typeSubject(content)
    await this.press(this.words.next)
    await this.heading(this.words.websites).waitFor()
    for (const service of content.services) {
      await this.addWebsite(content, service)
      await this.addAccesses(content, service)
    }
    await this.press(this.words.next)
    await this.heading(this.words.summary).waitFor()
  }

  /** From the summary to the receipt; answers the submission number. */
  async finish(): Promise<string> {
    await this.press(this.words.finish)
    const asked = this.page.getByRole('alertdialog')
    await asked.getByRole('checkbox', { name: this.words.checked }).check()
    await this.press(this.words.finishAndLock, asked)
    await this.heading(this.words.finished).waitFor()
    const shown = /BA\d{8}-\d+/
    const main = this.page.getByRole('main')
    await shows(main, shown)
    return shown.exec(await main.innerText())![0]
  }

  /** The group of choices with this legend. */
  group = (legend: string, scope: Page | Locator = this.page): Locator => group(scope, legend)
}
