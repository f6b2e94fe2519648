import { expect } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { filingOf } from './cast/contents.js'
import { inDatabase } from './cast/database.js'
import { eventually } from './cast/eventually.js'
import { field } from './cast/forms.js'
import { draftOf, see } from './cast/over-http.js'
import { Owner } from './cast/owner.js'
import { registerOwnerOverHttp, type OwnerAccount } from './cast/people.js'
import { scene, type Stage } from './cast/play.js'
import { areThere, becomes } from './cast/shown.js'

interface AtQuery {
  readonly owner: Owner
  readonly account: OwnerAccount
  readonly content: RegistrationContent
  readonly draftId: string
  readonly dialog: Locator
  readonly window: Locator
}

/** An owner whose window of an access stands open, with the query window over it. */
async function atQuery(stage: Stage): Promise<AtQuery> {
  const account = await registerOwnerOverHttp(stage)
  const content = filingOf(stage.identities, [[]])
  const draftId = await draftOf(account.caller, content)
  const owner = await Owner.at(stage, '/filing/entry/websites', account)
  await owner.press(`为 ${content.services[0]!.name} 添加接入`)
  const dialog = owner.dialog(`添加接入：${content.services[0]!.name}`)
  await owner.press('查询', dialog)
  const window = owner.dialog('选择接入服务提供者')
  await window.waitFor()
  return { owner, account, content, draftId, dialog, window }
}

const names = (window: Locator): Promise<string[]> =>
  window.getByRole('radio').evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.innerText.trim().split('\n')[0] ?? '').sort())

/** Queries by these words, which were not asked before in this test, and answers the names on the first page. */
async function ask({ owner, window }: AtQuery, words: string): Promise<string[]> {
  await field(window, '关键词').fill(words)
  const [answer] = await Promise.all([owner.page.waitForResponse((response) => response.url().includes('/api/providers?')), owner.press('查询', window)])
  const { total, rows } = (await answer.json()) as { total: number; rows: { name: string }[] }
  await window.getByRole('status').getByText(`找到 ${total} 家`, { exact: true }).waitFor()
  const found = rows.map((row) => row.name).sort()
  await eventually(async () => expect(await names(window)).toEqual(found))
  return found
}

scene('keywords must all match, in any order, whatever separates them; one works and a third narrows [F11b]', async (stage) => {
  const query = await atQuery(stage)
  const both = await ask(query, '阿里 云')
  expect(both.length).toBeGreaterThan(1)
  for (const name of both) expect(name).toMatch(/(?=.*阿里)(?=.*云)/)
  for (const same of ['云 阿里', '阿里　云', '  阿里   云 ', ' 云　 阿里']) expect(await ask(query, same)).toEqual(both)
  const one = await ask(query, '阿里')
  expect(one.length).toBeGreaterThan(both.length)
  const three = await ask(query, '阿里 云 浙江')
  expect(three.length).toBeLessThan(both.length)
  expect(await ask(query, 'ALISHAN')).toEqual(await ask(query, 'alishan'))
  expect([...one, ...both].filter((name) => name.includes('阿里停云'))).toEqual([])
})

scene('without a keyword the window prompts, and signs of a query language are text [F11b]', async (stage) => {
  const query = await atQuery(stage)
  for (const nothing of ['', '   ', '　']) {
    await field(query.window, '关键词').fill(nothing)
    await query.owner.press('查询', query.window)
    await query.window.getByText('请先输入一个关键词。').waitFor()
    await areThere(query.window.getByRole('radio'), 0)
  }
  for (const sign of ['%', '_', "'", '\\', '%阿里']) {
    expect(await ask(query, sign)).toEqual([])
    await query.window.getByText('没有名称包含这些关键词的接入商。').waitFor()
    expect(await field(query.window, '关键词').inputValue()).toBe(sign)
  }
})

scene('the list says how many were found, marks what matched, and pages after twenty [F11c]', async (stage) => {
  const query = await atQuery(stage)
  const first = await ask(query, '示例')
  expect(first).toHaveLength(20)
  const found = Number(/找到 (\d+) 家/.exec(await query.window.getByRole('status').innerText())?.[1])
  expect(found).toBeGreaterThanOrEqual(60)
  await becomes(async () => new Set(await query.window.locator('mark').allInnerTexts()), new Set(['示例']))
  await query.owner.press('下一页', query.window)
  await query.owner.button('上一页', query.window).waitFor()
  await query.window.getByText(first[0]!).waitFor({ state: 'detached' })
  await eventually(async () => {
    const second = await names(query.window)
    expect(second).not.toEqual([])
    expect(second.filter((name) => first.includes(name))).toEqual([])
  })
  await query.owner.press('上一页', query.window)
  await query.window.getByText(first[0]!).first().waitFor()
})

scene('among ten thousand providers the answer is there within a second [F11c]', async (stage) => {
  // Their names share no word with those that other tests look for.
  const size = '规模'
  await inDatabase(stage.stand, `
    INSERT INTO providers (id, name, name_en, licence, province, city, state, pinyin, initials, search_text, created_at)
    SELECT gen_random_uuid(), $1 || n, 'Size ' || n, 'SIZE-' || n, '110000', '110100', 'active', 'guimo' || n, 'gm' || n, $1 || n || E'\\nsize ' || n || E'\\nguimo' || n || E'\\ngm' || n, now()
    FROM generate_series(1, 10000) AS n ON CONFLICT DO NOTHING`, [size])
  await inDatabase(stage.stand, 'ANALYZE providers')
  const query = await atQuery(stage)
  for (const words of [size, `${size} 9`, 'size 77']) {
    // The quickest of some: what the search itself takes, and not how busy the machine is at one moment.
    const took: number[] = []
    for (let tries = 0; tries < 10 && !took.some((milliseconds) => milliseconds < 1000); tries += 1) {
      // Other blanks ask the same anew.
      await field(query.window, '关键词').fill(words + ' '.repeat(tries))
      const [answer] = await Promise.all([query.owner.page.waitForResponse((response) => response.url().includes('/api/providers?')), query.owner.press('查询', query.window)])
      await answer.finished()
      took.push(answer.request().timing().responseEnd)
    }
    expect(Math.min(...took)).toBeLessThan(1000)
  }
  await query.window.getByText(/^找到 \d+ 家$/).waitFor()
})

scene('a radio button stands left of each name, one choice at a time, and OK waits for it [F12a]', async (stage) => {
  const query = await atQuery(stage)
  await ask(query, '阿里')
  const radios = query.window.getByRole('radio')
  await becomes(() => query.owner.button('确定', query.window).isDisabled(), true)
  const places = await radios.evaluateAll((all) => all.map((radio) => {
    const name = radio.closest('label')?.lastElementChild
    return radio.getBoundingClientRect().right <= (name?.getBoundingClientRect().left ?? 0) + 1
  }))
  expect(places.length).toBeGreaterThan(2)
  expect(places.every(Boolean)).toBe(true)
  await radios.nth(0).check()
  await radios.nth(1).check()
  await areThere(query.window.getByRole('radio', { checked: true }), 1)
  await query.owner.page.keyboard.press('ArrowDown')
  await becomes(() => radios.nth(2).isChecked(), true)
  await becomes(() => query.owner.button('确定', query.window).isEnabled(), true)
})

scene('OK fills exactly that name in, Cancel and Esc leave the old one, and no other provider is taken [F12b]', async (stage) => {
  const query = await atQuery(stage)
  const [, chosen] = await ask(query, '阿里')
  await query.window.getByRole('radio', { name: new RegExp(`^${chosen}`) }).check()
  await query.owner.press('确定', query.window)
  const named = query.dialog.getByLabel(/^接入服务提供者/)
  await becomes(() => named.inputValue(), chosen)
  expect(await named.getAttribute('readonly')).not.toBeNull()
  for (const [leave, words] of [['取消', '云杉'], ['Escape', '珠江']] as const) {
    await query.owner.press('查询', query.dialog)
    const [first] = await ask(query, words)
    await query.window.getByRole('radio', { name: new RegExp(`^${first}`) }).check()
    if (leave === 'Escape') await query.owner.page.keyboard.press('Escape')
    else await query.owner.press(leave, query.window)
    await query.window.waitFor({ state: 'detached' })
    await becomes(() => named.inputValue(), chosen)
  }

  for (const provider of [{ providerId: randomUUID(), providerName: '无此公司' }, { providerId: 'free text', providerName: '自填公司' }]) {
    const { version } = await see(query.account.caller, query.draftId)
    const access = { id: 'a1', ...provider, modes: ['5'], places: ['110000'], ipRanges: [{ from: '203.0.113.7', to: '203.0.113.7' }] }
    const content = { ...query.content, services: [{ ...query.content.services[0]!, accesses: [access] }] }
    const saved = await query.account.caller.ask('saveDraft', { params: { id: query.draftId }, body: { version, content } })
    const after = await see(query.account.caller, query.draftId)
    const finished = await query.account.caller.ask('finishFiling', { params: { id: query.draftId }, body: { version: after.version } })
    expect([saved.status === 200 || saved.status === 422, finished.status]).toEqual([true, 422])
    expect(finished.problem.findings.map((finding) => finding.rule)).toContain('X-05')
  }
})
