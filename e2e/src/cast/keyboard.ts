import { type FieldRow, fieldAt, fieldTables, findCode, findProvince, type IpRange, type RegistrationContent } from '@icp/domain'
import { divisionName } from '@icp/domain/divisions'
import type { Page } from 'playwright-core'
import { isStated } from './forms.js'

/** What stands under the cursor of somebody who cannot see it. */
interface Focused {
  readonly name: string
  readonly type: string
  readonly value: string
}

const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement
    const label = at.labels?.[0]
    const words = label ? (label.firstChild?.nodeType === Node.TEXT_NODE ? label.firstChild.textContent : label.innerText) : undefined
    const named = at.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ')
    const name = at.getAttribute('aria-label') ?? words ?? named ?? [...at.childNodes].map((part) => (part instanceof HTMLElement ? part.innerText : part.textContent)).join('')
    const chosen = at instanceof HTMLSelectElement ? at.selectedOptions[0]?.text : at.value
    return { name: (name ?? '').trim().split('\n')[0]!.trim(), type: at.type || at.tagName.toLowerCase(), value: chosen ?? '' }
  })

/** Somebody who only has a keyboard. Throws when the Tab key does not lead to what is looked for. */
export class Typist {
  constructor(readonly page: Page) {}

  key = (name: string): Promise<void> => this.page.keyboard.press(name)

  /** Tabs on until something of that name has the focus. */
  async to(name: string, type?: string): Promise<void> {
    const passed: string[] = []
    for (let stop = 0; stop < 120; stop += 1) {
      const at = await focused(this.page)
      if (at.name === name && (!type || at.type === type)) return
      passed.push(at.name)
      await this.key('Tab')
    }
    throw new Error(`Tab does not lead to “${name}”; it passed ${[...new Set(passed)].join(' · ')}`)
  }

  async press(name: string): Promise<void> {
    await this.to(name)
    await this.key('Enter')
  }

  async choose(text: string): Promise<void> {
    await this.key('Home')
    for (let step = 0; step < 400; step += 1) {
      if ((await focused(this.page)).value === text) return
      await this.key('ArrowDown')
    }
    throw new Error(`The list has no “${text}”`)
  }

  private async type(text: string): Promise<void> {
    await this.key('ControlOrMeta+A')
    await this.page.keyboard.insertText(text)
  }

  /** Types or chooses what `content` has for one field. */
  async fill(row: FieldRow, content: RegistrationContent): Promise<void> {
    const value = fieldAt(content, row.path)
    if (isStated(row)) return
    switch (row.value.type) {
      case 'code': {
        const text = findCode(fieldTables[row.value.table], String(value))?.zh ?? ''
        await this.key('Tab')
        const at = await this.reach([row.label.zh, ...Object.values(fieldTables[row.value.table]).map((code) => code.zh)])
        if (at.type.startsWith('select')) return this.choose(text)
        for (let step = 0; step < 10 && (await focused(this.page)).name !== text; step += 1) await this.key('ArrowDown')
        if (!(await this.page.evaluate(() => (document.activeElement as HTMLInputElement).checked))) await this.key('Space')
        return
      }
      case 'codes':
        for (const id of value as string[]) {
          await this.to(findCode(fieldTables[row.value.table], id)?.zh ?? '', 'checkbox')
          await this.key('Space')
        }
        return
      case 'division':
        await this.to(row.label.zh)
        return this.choose(row.key === 'province' ? (findProvince(String(value))?.full ?? '') : (divisionName(String(value))?.zh ?? ''))
      case 'date':
        if (value === 'long-term') {
          await this.to(`${row.label.zh}：长期`, 'checkbox')
          return this.key('Space')
        }
        await this.to(row.label.zh)
        // The browser's own date box goes by the language of its interface, US English here, and moves on by itself after each part.
        await this.page.keyboard.type(String(value).replace(/^(\d+)-(\d+)-(\d+)$/, '$2$3$1'))
        return
      case 'ip-ranges':
        await this.to('起始 IP')
        await this.type((value as IpRange[])[0]!.from)
        return this.key('Tab')
      case 'pre-approvals':
      case 'texts':
        return
      case 'text':
      case 'long-text':
      case 'domain':
      case 'url':
      case 'package-name':
      case 'public-key':
      case 'fingerprint':
        if (value === '') return
        await this.to(row.label.zh)
        return this.type(String(value))
    }
  }

  private async reach(names: readonly string[]): Promise<Focused> {
    for (let stop = 0; stop < 60; stop += 1) {
      const at = await focused(this.page)
      if (names.includes(at.name)) return at
      await this.key('Tab')
    }
    throw new Error(`Tab does not lead to any of ${names.slice(0, 4).join(' · ')}`)
  }
}
