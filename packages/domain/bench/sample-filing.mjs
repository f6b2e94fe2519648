import { emptyAccess, emptyPerson, emptyRegistration, emptyService } from '../dist/index.js'

const person = (n) => ({
  ...emptyPerson(), name: '示例甲', certificateType: '2', certificateNumber: '110101189001010016', certificateValidFrom: '2020-01-01', certificateValidTo: 'long-term',
  mobile: `138${String(n).padStart(8, '0')}`, emergencyPhone: '13900000002', officePhone: '010-66668888', email: `person${n}@example.com`,
})

/** A complete registration by a unit: `services` services with two accesses each and a person in charge of their own. */
export function sampleFiling(services) {
  const registration = emptyRegistration()
  const subject = {
    ...registration.subject, nature: '4', name: '北京示例科技有限公司', certificateType: '1', certificateNumber: '91110101000000019Y', certificateAddress: '北京市东城区示例路1号',
    certificateValidFrom: '2015-05-01', certificateValidTo: 'long-term', investor: '北京示例科技有限公司', province: '110000', city: '110100', county: '110101',
    address: '示例路1号院2号楼301室', person: person(0),
  }
  const access = (id, providerId, from, to) => ({ ...emptyAccess(id), providerId, providerName: '示例云', modes: ['5'], places: ['110000'], ipRanges: [{ from, to }] })
  return {
    ...registration, subject,
    services: Array.from({ length: services }, (_, n) => ({
      ...emptyService(`s${n}`), name: `示例科技第${n}站`, domain: `example${n}.com`, homePage: `www.example${n}.com`, contents: ['8'], languages: ['1', '12'],
      preApprovalAnswer: 'none', personSource: 'own', person: person(n + 1),
      accesses: [access('a1', 'p1', `198.51.100.${n}`, `198.51.100.${n}`), access('a2', 'p2', `203.0.113.${n}`, `203.0.113.${n}`)],
    })),
  }
}
