import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { DecisionList } from './DecisionList.js'
import { HistoryLog } from './HistoryLog.js'
import { InLanguage, sampleReturn } from './testing/index.js'

const [zh, en] = ['北京市通信管理局', 'Beijing Communications Administration']
const byAdministration = { ...sampleReturn([]), by: zh, byEn: en }

test('who decided is named in the language of the page, and by role where there is no name', () => {
  const byClock = { ...sampleReturn([]), at: '2026-11-22T02:00:00.000Z', decision: 'expire' as const, by: 'clock' }
  const { rerender } = render(<InLanguage language="en"><DecisionList decisions={[byAdministration, byClock]} /></InLanguage>)
  expect(screen.getByText(new RegExp(`· ${en}$`))).toBeInTheDocument()
  expect(screen.getByText(/· The system$/)).toBeInTheDocument()
  rerender(<InLanguage language="zh-CN"><DecisionList decisions={[byAdministration]} /></InLanguage>)
  expect(screen.getByText(new RegExp(`· ${zh}$`))).toBeInTheDocument()
})

test('the history names an administration in the language of the page', () => {
  const at = '2026-11-23T02:00:00.000Z'
  const event = { at, action: 'return' as const, by: { role: 'reviewer' as const, name: zh, nameEn: en }, status: 'returned' as const, note: null }
  render(<InLanguage language="en"><HistoryLog events={[event]} /></InLanguage>)
  expect(screen.getByRole('row', { name: new RegExp(en) })).toBeInTheDocument()
})
