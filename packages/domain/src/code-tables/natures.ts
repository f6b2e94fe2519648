import type { CodeRow } from './code-row.js'

/** 个人: the only nature whose subject is a natural person. */
export const personalNature = '5'

/** 企业; sole traders (个体工商户) file under it as well. */
export const enterpriseNature = '4'

const nature = (id: string, zh: string, en: string, confirmed = false): CodeRow => ({ id, zh, en, confirmed })

/** Subject nature (单位性质), icp-filing.md §2.4. Sources agree on 1–6; the numbering of the rest differs between them. */
export const natures: readonly CodeRow[] = [
  nature('4', '企业', 'Enterprise', true),
  nature('5', '个人', 'Individual', true),
  nature('2', '政府机关', 'Government organ', true),
  nature('3', '事业单位', 'Public institution', true),
  nature('6', '社会团体', 'Social organisation', true),
  nature('1', '国防机构', 'Defence institution (military)', true),
  nature('9', '民办非企业单位', 'Private non-enterprise unit'),
  nature('10', '基金会', 'Foundation'),
  nature('11', '律师执业机构', 'Law practice'),
  nature('12', '外国在华文化中心', 'Foreign cultural centre in China'),
  nature('13', '群众性团体组织', 'Mass organisation'),
  nature('14', '司法鉴定机构', 'Forensic appraisal institution'),
  nature('15', '宗教团体', 'Religious organisation'),
  nature('16', '境外机构', 'Institution from outside the mainland'),
  nature('17', '医疗机构', 'Medical institution'),
  nature('18', '公证机构', 'Notarial institution'),
  nature('19', '集体经济', 'Collective economic organisation'),
  nature('20', '仲裁机构', 'Arbitration institution'),
]

export const isPersonal = (natureId: string): boolean => natureId === personalNature
