import { expect, test } from '@jest/globals'
import { newConflictRules } from '../conflicts/conflict-rules.js'
import { confirmationTable } from '../filing/parties.js'
import { shippedParameters } from '../rule-data/shipped-parameters.js'
import { ruleCatalogue } from '../rules/catalogue.js'
import { papers } from './papers.js'
import { remarks } from './remarks.js'
import { sourceText } from './source-text.js'

const sources = [...new Set([
  ...ruleCatalogue.map(({ source }) => source), ...newConflictRules.map(({ rule }) => rule.source),
  ...Object.values(confirmationTable).map(({ source }) => source),
  ...shippedParameters.flatMap(({ source, others }) => [source, ...others.map((other) => other.source)]),
])]

test.each([
  ['icp-filing §6 no 14 (HW, TC: most provinces)', '华为云备案文档、腾讯云备案文档（多数省份）', 'Huawei Cloud’s guide to filing, Tencent Cloud’s guide to filing (most provinces)'],
  ['icp-filing §4.5, §8 (SPEC3 1016, 1047)', '《企业系统接口规范》V3.0 结果码 1016、1047', 'MIIT interface specification V3.0 result codes 1016 and 1047'],
  ['icp-filing §12 (GB 11643; SPEC3 1015)', 'GB 11643；《企业系统接口规范》V3.0 结果码 1015', 'GB 11643; MIIT interface specification V3.0 result code 1015'],
  ['icp-filing §6 no 14 (TC, older)', '腾讯云备案文档（较早版本）', 'Tencent Cloud’s guide to filing (older)'],
  ['icp-filing §2.7 (WX: second-level values, at most five)', '微信小程序备案接口（二级类别，最多五项）', 'WeChat’s filing API (second-level values, at most five)'],
  ['icp-filing §6 nos 15, 16 (TC; many provinces)', '腾讯云备案文档；许多省份', 'Tencent Cloud’s guide to filing; many provinces'],
  ['icp-filing §2.2, §2.12', '备案业务资料 §2.2、§2.12', 'Notes on the field, §2.2, §2.12'],
  ['icp-filing §3 nos 2–3: no change to data that is filed', '备案业务资料 §3 第 2–3 项（不改动已备案的内容）', 'Notes on the field, §3 no. 2–3 (no change to data that is filed)'],
  ['icp-filing §3 no 4', '备案业务资料 §3 第 4 项', 'Notes on the field, §3 no. 4'],
  ['owner-journey R5', '主办者办理流程 R5', 'The owner’s process, R5'],
  ['GB/T 22239-2019 8.1.4.1 a', 'GB/T 22239-2019 8.1.4.1 a', 'GB/T 22239-2019 8.1.4.1 a'],
  ['京通信〔2026〕9号 (HW)', '京通信〔2026〕9号 (HW)', '京通信〔2026〕9号 (HW)'],
])('%s is read as %s', (source, zh, en) => {
  expect(sourceText(source)).toEqual({ zh, en })
})

test('no source of a rule or a value shows a key, or English to a Chinese reader', () => {
  const names = new RegExp(Object.values(papers).map(({ name }) => name.zh).filter((name) => /[a-z]/i.test(name)).join('|'), 'gi')
  const unread = sources.filter((source) => {
    const { zh, en } = sourceText(source)
    return /[a-z]{2,}/i.test(zh.replace(names, '').replaceAll(/APP/g, '')) || /icp-filing|SPEC3|\b(HW|TC|WX|NE)\b/.test(en)
  })
  expect(unread).toEqual([])
})

test('every paper and every remark stands in a source', () => {
  const all = sources.join('\n')
  expect(Object.keys(papers).filter((key) => !all.includes(key))).toEqual([])
  expect(Object.keys(remarks).filter((remark) => !all.includes(remark))).toEqual([])
})
