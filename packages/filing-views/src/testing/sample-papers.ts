import { type AnswerOf, type EarlierPaper, findOperation, type Paper, type PaperSlotView } from '@icp/contract'
import { ids, since } from './sample-filing.js'

export const paperIds = { certificate: '99999999-9999-4999-8999-999999999991', sheet: '99999999-9999-4999-8999-999999999992', stray: '99999999-9999-4999-8999-999999999993', earlier: '99999999-9999-4999-8999-999999999994' } as const

/** A picture that the owner handed in. */
export const samplePaper = (parts: Partial<Paper> = {}): Paper => ({
  id: paperIds.certificate, format: '1', width: 800, height: 600, size: 40_960, digest: 'd'.repeat(64), at: since, by: { role: 'owner', name: '' }, reason: null, ...parts,
})

/** The owner's certificate that a provider has replaced. */
export const earlierPaper = (parts: Partial<EarlierPaper['gone']> = {}): EarlierPaper => ({
  purpose: '2', about: 'subject', title: { zh: '主办者证件', en: 'Certificate of the owner' }, paper: samplePaper({ id: paperIds.earlier }),
  gone: { at: since, by: { role: 'provider', name: '云端网络' }, reason: 'unclear', how: 'replaced', ...parts },
})

/** The place of the owner's certificate, empty. */
export const samplePlace = (parts: Partial<PaperSlotView> = {}): PaperSlotView => ({
  purpose: '2', about: 'subject', provider: null, title: { zh: '主办者证件', en: 'Certificate of the owner' }, shows: { zh: '彩色原件，完整清晰。', en: 'The colour original, whole and legible.' },
  due: true, why: { zh: '首次备案须提供。', en: 'Asked for a first filing.' }, source: 'icp-filing §2.11, §9 (N64)', decidedBy: null, most: 1, mostBytes: 102_400, formats: ['1', '2'],
  mayChange: false, asksReason: false, papers: [], ...parts,
})

/** What `listPapers` answers: nothing asked and nothing there. Parsed with the contract, so that a test cannot drift from it. */
export const samplePapers = (parts: Partial<AnswerOf<'listPapers'>> = {}): AnswerOf<'listPapers'> =>
  findOperation('listPapers').answer.parse({ slots: [], strays: [], earlier: [], findings: [], mostBytesBefore: 4 * 1024 * 1024, ...parts }) as AnswerOf<'listPapers'>

/** What says that the paper of a place is due and not there. */
export const missingAt = ({ purpose, about }: Pick<PaperSlotView, 'purpose' | 'about'>, severity: 'reviewer' | 'block' = 'reviewer'): AnswerOf<'listPapers'>['findings'][number] => ({
  rule: 'F-06', path: `papers.${purpose}.${about}`, severity, source: 'icp-filing §2.11, §9 (N64)', text: { zh: '缺少主办者证件。', en: 'Missing: Certificate of the owner.' }, fix: { zh: '请上传。', en: 'Hand it in.' },
})

/** The place of what the first provider brings. */
export const providersPlace = (parts: Partial<PaperSlotView> = {}): PaperSlotView => samplePlace({
  purpose: '5', about: 'services.s1', provider: { id: ids.provider, name: '云端网络' }, title: { zh: '现场核验照片', en: 'Photo taken on the spot' }, shows: { zh: '含日期。', en: 'With the date.' },
  why: { zh: '接入商现场核验时拍摄。', en: 'Taken when the provider meets the person in charge.' }, ...parts,
})
