import { expect, test } from '@jest/globals'
import { fieldAt, personalPaths, type RegistrationContent } from '@icp/domain'
import { randomBytes } from 'node:crypto'
import { fixedKeys } from '../platform/keys.js'
import { Sealing } from '../platform/sealing.js'
import { sampleContent, sampleService } from '../testing/filing-samples.js'
import { testedSuite } from '../testing/tested-suite.js'
import { openContent, sealContent } from './sealed-content.api.js'

const sealing = new Sealing(fixedKeys([{ id: '00000001', bytes: randomBytes(32) }], { id: '00000002', bytes: randomBytes(32) }), testedSuite)
const place = { table: 'filing_revisions', column: 'content', row: 'f1' }
const plain = sampleContent(1, [sampleService('s1', 'mifeng.com', [{ id: 'p1', name: '云端网络' }])])
const content: RegistrationContent = {
  ...plain, subject: { ...plain.subject, legalPersonSource: 'own', legalPerson: { name: '赵强', certificateType: '2', certificateNumber: '330106188512310035' } },
}

test('every personal field is sealed, the legal representative’s included, and opens as it was', () => {
  const sealed = sealContent(sealing, place, content)
  for (const { path } of personalPaths(content)) {
    const text = fieldAt(content, path) as string
    if (text !== '') expect([path, fieldAt(sealed, path)]).not.toEqual([path, text])
  }
  expect(JSON.stringify(sealed)).not.toMatch(/330106188512310035|赵强/)
  expect(sealed.subject.legalPerson.certificateType).toBe('2')
  expect(openContent(sealing, place, sealed)).toEqual(content)
})

test('a filing that was stored before a field existed opens with that field not given', () => {
  const { legalPersonSource: _source, legalPerson: _person, filingMode: _mode, ...before } = plain.subject
  const stored = sealContent(sealing, place, { ...plain, subject: before } as RegistrationContent)
  expect(openContent(sealing, place, stored)).toEqual(plain)
})
