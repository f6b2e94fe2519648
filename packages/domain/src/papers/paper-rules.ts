import type { RulesInForce } from '../rule-data/rules-in-force.js'
import type { Finding } from '../finding.js'
import { fault, findingOf, type RuleDescription } from '../rules/rule.js'
import type { Picture } from './picture.js'
import { paperPath, type PaperPlace, type PaperSlot } from './paper-slots.js'
import { readPicture } from './read-picture.js'

const source = 'icp-filing §2.11 (SPEC3 5010)'

/** What papers are held to, by themselves; what they show is looked at by people. */
export const paperRules = {
  format: { id: 'F-01', severity: 'block', source, title: { zh: '材料为 JPG 或 PNG 图片', en: 'A paper is a JPG or PNG picture' } },
  size: { id: 'F-02', severity: 'block', source: 'icp-filing §2.11 (SPEC3, NE, HW)', title: { zh: '材料图片的大小', en: 'Size of a paper' } },
  measure: { id: 'F-03', severity: 'block', source: 'icp-filing §2.11, §6 no 25 (HW)', title: { zh: '材料图片的尺寸', en: 'Measure of a paper' } },
  wanted: { id: 'F-04', severity: 'block', source: 'icp-filing §2.11', title: { zh: '材料用途与备案相符', en: 'A paper is one that the filing asks for' } },
  most: { id: 'F-05', severity: 'block', source: 'icp-filing §2.2 (SPEC3)', title: { zh: '每项材料的图片数量', en: 'How many pictures a paper has' } },
  due: { id: 'F-06', severity: 'reviewer', source: 'icp-filing §2.11, §9 (N64)', title: { zh: '应提供的材料', en: 'Papers that are due' } },
  clean: { id: 'F-07', severity: 'block', source: 'icp-filing §2.11 (GB/T 22239 8.1.4.5)', title: { zh: '材料图片不含恶意代码', en: 'A paper holds no malicious code' } },
} as const satisfies Record<string, RuleDescription>

/** What follows stands in the texts as people count it. */
const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024)

const notAPicture = (slot: PaperSlot): Finding => findingOf(paperRules.format, fault(paperPath(slot),
  { zh: '文件不是完整的 JPG 或 PNG 图片。', en: 'The file is no whole JPG or PNG picture.' }, { zh: '请重新拍摄或导出为 JPG、PNG 后上传。', en: 'Take the picture again, or save it as JPG or PNG.' }))

const formatNotTaken = (slot: PaperSlot, data: RulesInForce): Finding => {
  const names = slot.formats.map((format) => data.code('paperFormats', format)?.zh ?? format)
  return findingOf(paperRules.format, fault(paperPath(slot),
    { zh: `这项材料只接受 ${names.join('、')} 图片。`, en: `This paper is taken as ${names.join(' or ')} only.` }, { zh: '请另存为该格式后上传。', en: 'Save it in that format and hand it in again.' }))
}

const tooLarge = (slot: PaperSlot, bytes: number, data: RulesInForce): Finding => findingOf(paperRules.size, fault(paperPath(slot),
  { zh: `图片为 ${kilobytes(bytes)} KB，最多 ${kilobytes(slot.mostBytes)} KB。`, en: `The picture has ${kilobytes(bytes)} KB; ${kilobytes(slot.mostBytes)} KB are taken at most.` },
  { zh: '请压缩图片后重新上传，并确认文字仍清晰。', en: 'Compress the picture and make sure that it can still be read.' }, data.decided(slot.purpose === '1' ? 'kilobytes-of-sheets' : 'kilobytes-of-papers')))

const measureFinding = (slot: PaperSlot, { width, height }: Picture, data: RulesInForce): Finding | undefined => {
  const [shortest, longest] = [data.value('shortest-side-of-papers'), data.value('longest-side-of-papers')]
  if (Math.min(width, height) >= shortest && Math.max(width, height) <= longest) return undefined
  return findingOf(paperRules.measure, fault(paperPath(slot),
    { zh: `图片为 ${width}×${height} 像素；每边应为 ${shortest}–${longest} 像素。`, en: `The picture has ${width} × ${height} pixels; each side has ${shortest} to ${longest}.` },
    { zh: '请重新拍摄或调整图片尺寸。', en: 'Take the picture again, or scale it.' }, data.decided(Math.min(width, height) < shortest ? 'shortest-side-of-papers' : 'longest-side-of-papers')))
}

export interface JudgedPaper {
  /** Null where the file is no picture. */
  readonly picture: Picture | null
  readonly findings: readonly Finding[]
}

/** Everything that can be told of a file that is about to be handed in at a place. A browser asks it before it sends, the API before it keeps. Sizes are those of what is kept. */
export const judgePaper = (bytes: Uint8Array, slot: PaperSlot, data: RulesInForce): JudgedPaper => {
  const picture = readPicture(bytes)
  if (!picture) return { picture, findings: [notAPicture(slot)] }
  const measure = measureFinding(slot, picture, data)
  return {
    picture, findings: [
      ...(slot.formats.includes(picture.format) ? [] : [formatNotTaken(slot, data)]), ...(picture.bytes.length > slot.mostBytes ? [tooLarge(slot, picture.bytes.length, data)] : []), ...(measure ? [measure] : []),
    ],
  }
}

export const paperNotWanted = (place: PaperPlace): Finding => findingOf(paperRules.wanted, fault(paperPath(place),
  { zh: '这份备案没有这项材料。', en: 'This filing has no place for such a paper.' }, { zh: '请按材料清单选择用途；备案内容改变后清单会随之改变。', en: 'Choose from the list of papers; it changes with what is filed.' }))

export const tooManyPapers = (slot: PaperSlot): Finding => findingOf(paperRules.most, fault(paperPath(slot),
  { zh: `这项材料最多 ${slot.most} 张图片。`, en: `This paper has ${slot.most} ${slot.most === 1 ? 'picture' : 'pictures'} at most.` }, { zh: '请替换或删除已有的图片。', en: 'Replace or take away one that is there.' }, slot.most > 1 ? slot.decidedBy : undefined))

/** A scanner has found something in it. What the scanner calls it is for whoever runs the system. */
export const paperInfected = (place: PaperPlace): Finding => findingOf(paperRules.clean, fault(paperPath(place),
  { zh: '文件中检出恶意代码，未保存。', en: 'Malicious code was found in the file; it was not kept.' },
  { zh: '请检查拍摄或存放该文件的设备，重新拍摄后上传。', en: 'Check the device that it comes from, take the picture anew, and hand that in.' }))

/** What is due and not there, as strictly as the province weighs it. */
export const missingPapers = (slots: readonly PaperSlot[], held: readonly PaperPlace[], data: RulesInForce): Finding[] => {
  const severity = data.weigh(paperRules.due)
  if (severity === 'off') return []
  const isThere = (slot: PaperSlot) => held.some((one) => one.purpose === slot.purpose && one.about === slot.about && one.providerId === slot.providerId)
  return slots.filter((slot) => slot.due && !isThere(slot)).map((slot) => findingOf({ ...paperRules.due, severity }, fault(paperPath(slot),
    { zh: `缺少${slot.title.zh}。${slot.why.zh}`, en: `Missing: ${slot.title.en}. ${slot.why.en}` },
    slot.providerId !== null ? { zh: '由接入商在核验时上传。', en: 'The access provider adds it when it verifies.' } : severity === 'block' ? { zh: '请在“材料”中上传。', en: 'Hand it in under “Papers”.' }
      : { zh: '请在“材料”中上传，或在核验时交给接入商。', en: 'Hand it in under “Papers”, or give it to the access provider when it verifies.' },
    slot.decidedBy, data.decidedWeight(paperRules.due.id))))
}
