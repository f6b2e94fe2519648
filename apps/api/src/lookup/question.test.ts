import { expect, test } from '@jest/globals'
import { readQuestion } from './question.js'

test.each([
  ['example.com', 'example.com'],
  ['https://www.example.com/path?q=1#top', 'example.com'],
  ['HTTP://WWW.Example.COM:8443', 'example.com'],
  ['//example.com/', 'example.com'],
  ['a.b.c.example.com.cn', 'example.com.cn'],
  ['https://user@www.example.com/', 'example.com'],
  ['例子.中国', '例子.中国'],
  ['www.例子。中国', '例子.中国'],
  ['xn--fsqu00a.xn--fiqs8s', '例子.中国'],
  ['ｅｘａｍｐｌｅ．ｃｏｍ', 'example.com'],
  ['mail to: someone@example.com'.slice(9), 'example.com'],
  ['foo.invalid', 'foo.invalid'],
  ['https://www.tax.foo.gov.cn/a', 'tax.foo.gov.cn'],
  ['www.foo.gov.cn', 'foo.gov.cn'],
])('%s is read as the domain %s', (typed, text) => {
  expect(readQuestion(typed)).toMatchObject({ as: 'domain', text })
})

test.each([
  ['京ICP备2026000001号', 'subject-number', '京ICP备2026000001号'],
  ['京icp备 2026000001 号 - 12', 'service-number', '京ICP备2026000001号-12'],
  ['浙ICP备2026000001-2A', 'service-number', '浙ICP备2026000001号-2A'],
  ['粤ＩＣＰ备１９００１３５８号', 'subject-number', '粤ICP备19001358号'],
])('%s is read as a number', (typed, by, text) => {
  expect(readQuestion(typed)).toMatchObject({ as: 'number', by, text, value: text })
})

test.each([
  ['阿里', 'name-start', '阿里%'],
  ['示例科技', 'name-part', '%示例科技%'],
  ['  示例\u3000科技 ', 'name-part', '%示例 科技%'],
  ['Sample Ltd.', 'name-part', '%sample ltd.%'],
  ['示例（北京）', 'name-part', '%示例_北京_%'],
  ['100%_真\\好', 'name-part', '%100\\%\\_真\\\\好%'],
  ['示例·公司.', 'name-part', '%示例·公司.%'],
])('%s is read as a name', (typed, by, value) => {
  expect(readQuestion(typed)).toMatchObject({ as: 'name', by, value })
})

test.each(['%%', '__', '（）', '. .', '\u200b\u200b', '京!', '**'])('%s names nothing, and never lists everything', (typed) => {
  expect(() => readQuestion(typed)).toThrow('look-up-too-short')
})
