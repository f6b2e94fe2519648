import { expect, test } from '@jest/globals'
import { createMemoryHistory, createRoute } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import { createApp } from '../start/create-app.js'
import { authRoute } from '../start/root-routes.js'
import { apiStand, sampleMe, sampleSite } from '../testing/index.js'
import { OnlyFor } from './OnlyFor.js'
import { useMay } from './use-may.js'

function SwitchesPage() {
  const may = useMay()
  return <OnlyFor operation="getSwitches"><h1>Switches</h1>{may('setSwitches') ? <button type="button">Change</button> : null}</OnlyFor>
}

const settings = {
  portal: 'administration' as const, title: { zh: '备案', en: 'Filing' }, resources: { 'zh-CN': {}, en: {} }, home: '/',
  menu: [
    { id: 'switches', label: { zh: '开关', en: 'Switches' }, href: '/', allowed: 'getSwitches' as const },
    { id: 'notices', label: { zh: '消息', en: 'Notices' }, href: '/notices', allowed: 'listNotices' as const },
  ],
  routes: () => [authRoute.addChildren([createRoute({ getParentRoute: () => authRoute, path: '/', component: SwitchesPage }) as never]) as never],
}

const openAs = (role: 'operator' | 'reviewer', language: 'en' | 'zh-CN') => {
  const stand = apiStand({ 'GET /site': () => sampleSite(), 'GET /me': () => sampleMe({ category: 'administration', role, province: '110000' }) })
  render(createApp(settings as never, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: ['/'] }), language }).element)
}

test('whoever may use a page is shown it, its buttons and the way to it', async () => {
  openAs('operator', 'en')
  expect(await screen.findByRole('button', { name: 'Change' })).toBeInTheDocument()
  expect(screen.getByRole('treeitem', { name: 'Switches' })).toBeInTheDocument()
})

test('whoever may not is told who may, in the language of the page, and is not shown the way to it', async () => {
  openAs('reviewer', 'zh-CN')
  expect(await screen.findByText('此页面只供系统管理员使用。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Change' })).toBeNull()
  expect(screen.queryByRole('treeitem', { name: '开关' })).toBeNull()
  expect(screen.getByRole('treeitem', { name: '消息' })).toBeInTheDocument()
})
