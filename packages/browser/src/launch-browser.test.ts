import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { findAxeViolations } from './axe-violations.js'
import { launchBrowser } from './launch-browser.js'

const document = (body: string) => `<!doctype html><html lang="zh-CN"><title>备案</title><main><h1>备案 𬱖㛃</h1>${body}</main></html>`
const pages: Record<string, string> = {
  '/sound': document(`<label>姓名 <input></label><button onclick="this.textContent='已提交'">提交</button>`),
  '/unlabelled': document(`<input>`),
}
let server: Server
let origin: string
let browser: Browser

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[request.url ?? ''] ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server.close()
})

test('a person can type Chinese and press a button, in one context after another', async () => {
  for (const name of ['李雷', '韩梅梅']) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${origin}/sound`)
    await page.getByLabel('姓名').fill(name)
    expect(await page.getByLabel('姓名').inputValue()).toBe(name)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('button', { name: '已提交' }).waitFor()
    await context.close()
  }
})

test('Chinese text, rare name characters too, is drawn with Noto Sans SC', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/sound`)
  const devtools = await context.newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  expect(fonts.map((font) => font.familyName)).toEqual(['Noto Sans SC'])
  await context.close()
})

test('axe finds nothing on a sound page and names the rule and the place on a faulty one', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/sound`)
  expect(await findAxeViolations(page)).toEqual([])
  await page.goto(`${origin}/unlabelled`)
  expect(await findAxeViolations(page)).toEqual([expect.objectContaining({ rule: 'label', where: ['input'] })])
  await context.close()
})

test('axe looks again at a document that has changed since, and at none with frames', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/sound`)
  expect(await findAxeViolations(page)).toEqual([])
  await page.evaluate(`document.querySelector('main').append(document.createElement('input'))`)
  expect(await findAxeViolations(page)).toEqual([expect.objectContaining({ rule: 'label' })])
  await page.evaluate(`document.querySelector('main').append(document.createElement('iframe'))`)
  await expect(findAxeViolations(page)).rejects.toThrow('frames')
  await context.close()
})
