import { expect, test } from '@jest/globals'
import type { FilingView } from '@icp/contract'
import { render, screen } from '@testing-library/react'
import { ChangesLead } from './ChangesLead.js'
import { FilingSummary } from './FilingSummary.js'
import { InLanguage, sampleCancellation, sampleFiling, sampleRegistration } from './testing/index.js'

const differences: FilingView['differences'] = [{ path: 'subject.name', label: { zh: '名称', en: 'Owner name' }, before: '北京旧名有限公司', after: '北京晨光有限公司' }]
const change = (parts: Partial<FilingView>): FilingView => sampleFiling({ kind: 'change', content: sampleRegistration(), ...parts })
const lead = (filing: FilingView, language: 'zh-CN' | 'en' = 'en') => render(<InLanguage language={language}><ChangesLead filing={filing} /></InLanguage>)

test('of an approved change it is said what it changed, and since when; what stood before is under each field', () => {
  const filing = change({ status: 'approved', comparedWith: 'register-at-end', differences })
  render(<InLanguage language="en"><ChangesLead filing={filing} /><FilingSummary content={filing.content} differences={filing.differences} carriedOut /></InLanguage>)
  expect(screen.getByText('What this filing changed')).toBeInTheDocument()
  expect(screen.getByText(/until this was approved on .*2026.*Differences: 1/)).toBeInTheDocument()
  expect(screen.getByText('Before: 北京旧名有限公司')).toBeInTheDocument()
  expect(screen.getByText(/^Unchanged: \d+ fields$/)).toBeInTheDocument()
  expect(screen.queryByText(/^As filed/)).toBeNull()
})

test.each(['refused', 'withdrawn'] as const)('a change that was %s would have changed it, and the register kept what it had', (status) => {
  lead(change({ status, comparedWith: 'register-at-end', differences }), 'zh-CN')
  expect(screen.getByText('本次备案拟变更的内容')).toBeInTheDocument()
  expect(screen.getByText(/未变更备案库.*有 1 处不同/)).toBeInTheDocument()
})

test('where it was not kept that is said, and nobody reads that nothing changed', () => {
  lead(change({ status: 'approved', comparedWith: 'unknown' }))
  expect(screen.getByText('What this filing changed cannot be shown')).toBeInTheDocument()
  expect(screen.queryByText(/nothing differs/)).toBeNull()
})

test.each([
  ['runs', change({ status: 'in-review', comparedWith: 'register', differences })],
  ['is the first of its subject', sampleFiling({ status: 'approved' })],
  ['is a cancellation', sampleFiling({ kind: 'cancel-subject', content: sampleCancellation(), status: 'approved', comparedWith: 'register-at-end' })],
])('nothing stands above a filing that %s', (_, filing) => {
  const { container } = lead(filing)
  expect(container).toBeEmptyDOMElement()
})
