import type { CertificateService } from './certificate-content.js'

/** The fixed words of the paper, in both languages side by side; only values come from the content. */
export interface Words {
  readonly zh: string
  readonly en: string
}

export const words = {
  title: { zh: '非经营性互联网信息服务备案电子证书', en: 'Record-filing Certificate for Non-commercial Internet Information Services' },
  continued: { zh: '（续页）', en: 'continued' },
  code: { zh: '核验码', en: 'Certificate code' },
  version: { zh: '版本', en: 'Version' },
  replaces: { zh: '替代', en: 'replaces' },
  subjectNumber: { zh: '主体备案号', en: 'Subject filing number' },
  subjectName: { zh: '主办单位或主办人名称', en: 'Name of the subject' },
  nature: { zh: '主体性质', en: 'Nature of the subject' },
  province: { zh: '备案省份', en: 'Province of filing' },
  approvedOn: { zh: '审核通过日期', en: 'Approved on' },
  serviceCount: { zh: '已备案服务', en: 'Services on record' },
  services: {
    zh: '上述主体的下列互联网信息服务已依法履行备案手续。',
    en: 'The following internet information services of the above subject are on record.',
  },
  overleaf: { zh: '服务清单续下页', en: 'The list of services continues overleaf' },
  number: { zh: '序号', en: 'No.' },
  serviceNumber: { zh: '服务备案号', en: 'Service filing number' },
  serviceName: { zh: '服务名称及类型', en: 'Name and type of service' },
  domain: { zh: '域名', en: 'Domain' },
  serviceApprovedOn: { zh: '通过日期', en: 'Approved on' },
  noDomain: { zh: '—', en: '—' },
  administration: { zh: '备案机关', en: 'Administration' },
  issued: { zh: '签发日期', en: 'Issued on' },
  scan: { zh: '扫码核验', en: 'Scan to verify' },
  checkpoint: { zh: '审计检查点', en: 'Audit checkpoint' },
  note: {
    zh: '本证书为电子文件，附有数字签名，打印件不含签名；备案状态以在线核验结果为准。',
    en: 'This is an electronic document with a digital signature, which a print does not carry. The status shown online prevails.',
  },
} satisfies Record<string, Words>

export const serviceTypes: Readonly<Record<CertificateService['type'], Words>> = {
  website: { zh: '网站', en: 'Website' },
  app: { zh: '移动应用（APP）', en: 'Mobile app' },
  'mini-program': { zh: '小程序', en: 'Mini program' },
  'quick-app': { zh: '快应用', en: 'Quick app' },
}

/** `第 2 页，共 4 页 · Page 2 of 4`. */
export const pageLabel = (page: number, pages: number): string => `第 ${page} 页，共 ${pages} 页 · Page ${page} of ${pages}`

const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A calendar day (`YYYY-MM-DD`) as each language writes it. */
export function dayInWords(day: string): Words {
  const [year, month, date] = day.split('-').map(Number)
  return { zh: `${year}年${month}月${date}日`, en: english.format(new Date(`${day}T00:00:00Z`)) }
}

const chinaOffset = 8 * 3_600_000

/** The day that an instant falls on in China Standard Time (UTC+8, no summer time), as `YYYY-MM-DD`. */
export const dayInChina = (instant: string): string => new Date(Date.parse(instant) + chinaOffset).toISOString().slice(0, 10)
