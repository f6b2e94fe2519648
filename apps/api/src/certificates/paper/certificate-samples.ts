import type { CertificateContent, CertificateService } from './certificate-content.js'
import { makeCertificateCode } from './certificate-code.js'

/** Contents for the tests beside this file. */
export const sampleCode = makeCertificateCode(Uint8Array.from([7, 15, 3, 20, 9, 25, 2, 21, 30, 30, 4]))

const service = (index: number, more: Partial<CertificateService> = {}): CertificateService => ({
  number: `京ICP备2026000001号-${index}`,
  name: '示例科技官方网站',
  type: 'website',
  domains: [{ unicode: 'example.com', ascii: 'example.com' }],
  approvedOn: '2026-11-23',
  ...more,
})

export const sampleContent = (more: Partial<CertificateContent> = {}): CertificateContent => ({
  certificateId: '0199a0c4-6f5e-7000-8000-000000000001',
  code: sampleCode,
  version: 2,
  subjectNumber: '京ICP备2026000001号',
  subjectName: '北京𬱖㛃示例科技有限公司',
  natureZh: '企业',
  natureEn: 'Enterprise',
  provinceName: { zh: '北京市', en: 'Beijing' },
  administration: { zh: '北京市通信管理局', en: 'Beijing Communications Administration' },
  services: [
    service(1),
    service(2, { name: '示例科技商城', domains: [{ unicode: '例子.中国', ascii: 'xn--fsqu00a.xn--fiqs8s' }] }),
    service(3, { number: '京ICP备2026000001号-3A', name: '示例出行', type: 'app', domains: [], approvedOn: '2026-12-01' }),
  ],
  approvedOn: '2026-11-23',
  issuedAt: '2026-11-23T18:05:00.000Z',
  verifyUrl: `https://beian.example.cn/verify/${sampleCode}`,
  replaces: { code: makeCertificateCode(new Uint8Array(11).fill(9)), version: 1 },
  ...more,
})

export const manyServices = (count: number): CertificateService[] =>
  Array.from({ length: count }, (_, index) => service(index + 1, {
    name: index % 5 === 3 ? `示例科技第${index + 1}号业务综合信息服务与客户支持平台（含移动端）` : `示例科技第${index + 1}号网站`,
    domains: [{ unicode: `site-${index + 1}.example.com.cn`, ascii: `site-${index + 1}.example.com.cn` }],
  }))
