import { answering } from '@icp/app-shell/testing'
import type { HollowRow } from '@icp/contract'
import { ids } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { openPortal } from '../open-portal.fixture.js'

const row = (parts: Partial<HollowRow>): HollowRow => ({
  id: ids.filing, kind: 'service', subjectNumber: '京ICP备2026000001号', subjectName: '北京晨光有限公司', serviceNumber: '京ICP备2026000001号-1', serviceName: '晨光书店', domain: 'chenguang.com',
  since: '2026-11-01T02:00:00.000Z', toldAt: '2026-11-01T03:00:00.000Z', standing: 'told', until: '2026-11-08T03:00:00.000Z', ...parts,
})
const showing = (...rows: HollowRow[]) => openPortal('/filing', {
  ...answering('listHollow', { rows, total: rows.length, next: null }), ...answering('listOwnRecords', { rows: [] }), ...answering('listFilings', { rows: [], total: 0, next: null }),
})

test('my filings say what is hollow, until when it stays and how it is filled', async () => {
  await showing(row({}), row({ id: ids.next, kind: 'subject', serviceNumber: null, serviceName: null, domain: null, standing: 'due' }))
  expect(await screen.findByText('The website “晨光书店” (京ICP备2026000001号-1) has no access left')).toBeInTheDocument()
  expect(screen.getByText(/^Act before .*11:00.*; after that the administration may clear it/)).toBeInTheDocument()
  expect(screen.getByText('The subject “北京晨光有限公司” (京ICP备2026000001号) has no website, app or other service left')).toBeInTheDocument()
  expect(screen.getByText(/^The days are over/)).toBeInTheDocument()
  expect(screen.getAllByRole('link', { name: 'File now' })).toHaveLength(2)
})

test('an app is called an app, and what comes on later pages is told as well', async () => {
  const app = row({ serviceNumber: '京ICP备2026000001号-2A', serviceName: '晨光 APP 书店', domain: null })
  await openPortal('/filing', {
    ...answering('listHollow', ({ query }) => (query.get('cursor') === 'more' ? { rows: [row({ id: ids.next })], total: 2, next: null } : { rows: [app], total: 2, next: 'more' })),
    ...answering('listOwnRecords', { rows: [] }), ...answering('listFilings', { rows: [], total: 0, next: null }),
  })
  expect(await screen.findByText('The app “晨光 APP 书店” (京ICP备2026000001号-2A) has no access left')).toBeInTheDocument()
  expect(await screen.findByText('The website “晨光书店” (京ICP备2026000001号-1) has no access left')).toBeInTheDocument()
})

test('while a filing runs the days stand still, and nothing is asked for', async () => {
  await showing(row({ standing: 'stopped', until: null }))
  expect(await screen.findByText('A filing of yours is on its way; until it ends no days count.')).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: 'File now' })).not.toBeInTheDocument()
})
