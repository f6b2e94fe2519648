import type { Bilingual } from '../bilingual.js'
import { type PaperKey, papers } from './papers.js'
import { remarks } from './remarks.js'

type Cited = { readonly paper: PaperKey; readonly codes: string[]; readonly remarks: string[] } | { readonly remark: string }

/**
 * A source as people read it: `icp-filing §6 no 14 (HW, TC: most provinces)` → 华为云备案文档、腾讯云备案文档（多数省份） / Huawei Cloud’s guide to filing, Tencent
 * Cloud’s guide to filing (most provinces). Without a paper it is the section of the notes on the field, and whatever an operator has written stays as it is.
 */
export function sourceText(source: string): Bilingual {
  const notes = /^icp-filing (?<sections>§[^(:]*?)(?: \((?<papers>.+)\)|: (?<remark>.+))?$/.exec(source)?.groups
  if (notes?.papers) return citedText(notes.papers.split('; ').map(citedIn))
  if (notes?.sections) return notesText(notes.sections, notes.remark)
  const journey = /^owner-journey (?<row>[A-Z]\d+[a-z]?)$/.exec(source)?.groups
  if (journey?.row) return { zh: `主办者办理流程 ${journey.row}`, en: `The owner’s process, ${journey.row}` }
  return { zh: source, en: source }
}

const notesText = (sections: string, remark?: string): Bilingual => ({
  zh: `备案业务资料 ${numbered(sections, '、', ' 第 $1 项')}${remark ? `（${remarks[remark] ?? remark}）` : ''}`,
  en: `Notes on the field, ${numbered(sections, ', ', ' no. $1')}${remark ? ` (${remark})` : ''}`,
})

const numbered = (sections: string, and: string, number: string): string => sections.replaceAll(', ', and).replace(/ nos?\.? (\d[\d, –]*)/g, number)

/** `HW, TC: most provinces` or `SPEC3 1016, 1047`. */
function citedIn(group: string): Cited[] {
  const [named = '', ...added] = group.split(': ')
  const cited: Cited[] = []
  for (const item of named.split(', ')) {
    const last = cited.at(-1)
    const paper = (Object.keys(papers) as PaperKey[]).find((key) => item === key || item.startsWith(`${key} `))
    const rest = paper ? item.slice(paper.length + 1) : item
    if (paper) cited.push({ paper, codes: isCode(rest) ? [rest] : [], remarks: rest === '' || isCode(rest) ? [] : [rest] })
    else if (last && 'codes' in last && isCode(rest)) last.codes.push(rest)
    else if (last && 'remarks' in last) last.remarks.push(rest)
    else cited.push({ remark: rest })
  }
  const last = cited.at(-1)
  for (const remark of added.flatMap((text) => text.split(', '))) {
    if (last && 'remarks' in last) last.remarks.push(remark)
    else cited.push({ remark })
  }
  return cited
}

const isCode = (text: string): boolean => /^\d{4}(–\d{4})?$/.test(text)

const citedText = (groups: readonly Cited[][]): Bilingual => ({
  zh: groups.map((group) => group.map((cited) => zhOf(cited)).join('、')).join('；'),
  en: groups.map((group) => group.map((cited) => enOf(cited)).join(', ')).join('; '),
})

function zhOf(cited: Cited): string {
  if ('remark' in cited) return remarks[cited.remark] ?? cited.remark
  const codes = cited.codes.length > 0 ? `结果码 ${cited.codes.join('、')}` : ''
  const said = cited.remarks.map((remark) => remarks[remark] ?? remark).join('，')
  return `${papers[cited.paper].name.zh}${codes && ` ${codes}`}${said && `（${said}）`}`
}

function enOf(cited: Cited): string {
  if ('remark' in cited) return cited.remark
  const codes = cited.codes.length > 0 ? `result code${cited.codes.length > 1 || cited.codes[0]?.includes('–') ? 's' : ''} ${cited.codes.join(' and ')}` : ''
  const said = cited.remarks.join(', ')
  return `${papers[cited.paper].name.en}${codes && ` ${codes}`}${said && ` (${said})`}`
}
