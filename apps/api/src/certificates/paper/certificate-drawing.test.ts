import { expect, test } from '@jest/globals'
import { PDF } from '@libpdf/core'
import type { CertificateContent } from './certificate-content.js'
import { drawCertificate } from './certificate-drawing.js'
import { findUnprintableCharacter, loadCertificateFonts, UnprintableCharacter } from './certificate-fonts.js'
import { manyServices, sampleCode, sampleContent } from './certificate-samples.js'

async function pagesOf(content: CertificateContent): Promise<string[]> {
  const pdf = await PDF.load(await drawCertificate(content))
  return pdf.getPages().map((page) => page.extractText().text)
}

const withoutSpaces = (text: string): string => text.replace(/\s/gu, '')

test('the paper says what the content says, in both languages, and can be copied as text', async () => {
  const pages = await pagesOf(sampleContent())
  expect(pages).toHaveLength(1)
  const text = withoutSpaces(pages[0]!)
  for (const shown of [
    '非经营性互联网信息服务备案电子证书', 'Record-filing Certificate for Non-commercial Internet Information Services',
    '京ICP备2026000001号', '北京𬱖㛃示例科技有限公司', '企业', 'Enterprise', '北京市', '北京市通信管理局', 'Beijing Communications Administration',
    '京ICP备2026000001号-1', '京ICP备2026000001号-3A', '示例科技商城', '例子.中国', 'xn--fsqu00a.xn--fiqs8s', '移动应用（APP） Mobile app',
    '审核通过日期', '2026年11月23日', '23 November 2026', sampleCode, 'V2', '替代 replaces', `https://beian.example.cn/verify/${sampleCode}`,
    '第 1 页，共 1 页 · Page 1 of 1',
  ]) expect(text).toContain(withoutSpaces(shown))
})

test('the day of issue is the day in China, not in UTC', async () => {
  const text = withoutSpaces((await pagesOf(sampleContent({ issuedAt: '2026-11-23T16:30:00Z' })))[0]!)
  expect(text).toContain('签发日期2026年11月24日')
  expect(text).toContain('Issuedon24November2026')
})

test('fifty services continue on further pages, each service once and in order, each page with its number', async () => {
  const pages = await pagesOf(sampleContent({ services: manyServices(50) }))
  expect(pages.length).toBeGreaterThan(2)
  pages.forEach((text, index) => expect(withoutSpaces(text)).toContain(`第${index + 1}页，共${pages.length}页`))
  for (const text of pages) expect(text).toContain(sampleCode)
  const numbers = [...pages.join('\n').matchAll(/京ICP备2026000001号-(\d+)/g)].map(([, number]) => Number(number))
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
})

test('a subject name of 255 Chinese characters fits on the first page, whole', async () => {
  const name = Array.from({ length: 255 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
  const [first] = await pagesOf(sampleContent({ subjectName: name, services: manyServices(3) }))
  expect(withoutSpaces(first!).replace('Nameofthesubject', '')).toContain(name)
  expect(first).toContain('第 1 页')
})

test('a service whose text is taller than a page is cut between lines and nothing of it is lost', async () => {
  const domains = Array.from({ length: 64 }, (_, index) => ({ unicode: `${'例'.repeat(40)}${index}.中国`, ascii: `xn--${'a'.repeat(59)}.${index}.xn--fiqs8s` }))
  const pages = await pagesOf(sampleContent({ services: [{ ...manyServices(1)[0]!, name: '站'.repeat(512), domains }, ...manyServices(2).slice(1)] }))
  const text = withoutSpaces(pages.join(''))
  expect(text.split('站').length - 1).toBeGreaterThanOrEqual(512)
  expect(text.split('例').length - 1).toBeGreaterThanOrEqual(64 * 40)
  expect(text).toContain('京ICP备2026000001号-2')
})

test('the same content gives the same bytes', async () => {
  expect(Buffer.compare(await drawCertificate(sampleContent()), await drawCertificate(sampleContent()))).toBe(0)
})

test.each([
  ['an emoji', { subjectName: '示例😀公司' }, 'subjectName', 'U+1F600'],
  ['a direction mark', { subjectName: '示例\u202e公司' }, 'subjectName', 'U+202E'],
  ['a control character', { natureZh: '企\u0007业' }, 'natureZh', 'U+0007'],
  ['a private-use character', { services: [{ ...manyServices(1)[0]!, name: '示例\ue000网' }] }, 'services.0.name', 'U+E000'],
])('%s is refused by name and place instead of printed as a box', async (_, more, field, codePoint) => {
  const drawing = drawCertificate(sampleContent(more))
  await expect(drawing).rejects.toThrow(UnprintableCharacter)
  await expect(drawing).rejects.toMatchObject({ field, codePoint })
})

test('rare characters of names are printable, and a partial content can be checked before a decision', async () => {
  const fonts = await loadCertificateFonts()
  expect(findUnprintableCharacter({ subjectName: '䶮㛃㭎𬱖𬍛𫍣𪨶（张三·李四）' }, fonts)).toBeUndefined()
  expect(findUnprintableCharacter({ subjectName: '山𠀀\u{2fffe}' }, fonts)?.field).toBe('subjectName')
})

test('nothing that the public record does not hold can be put on the paper', async () => {
  for (const extra of ['mobile', 'certificateNumber', 'email', 'address', 'ipRanges']) {
    await expect(drawCertificate({ ...sampleContent(), [extra]: '13800000000' })).rejects.toThrow(extra)
  }
  const text = withoutSpaces((await pagesOf(sampleContent()))[0]!)
  expect(text).not.toMatch(/\d{17}[\dX]/)
  expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
  expect(text).not.toMatch(/@/)
})

test('document information names the code and nothing that a user typed', async () => {
  const pdf = await PDF.load(await drawCertificate(sampleContent()))
  expect(pdf.getMetadata()).toMatchObject({
    title: '非经营性互联网信息服务备案电子证书', keywords: [`icp-certificate:${sampleCode}`], author: 'ICP filing system', producer: 'ICP filing system', language: 'zh-CN',
  })
})
