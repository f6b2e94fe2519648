import { beforeEach, expect, test } from '@jest/globals'
import { createMemoryHistory, createRoute, Link } from '@tanstack/react-router'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { createApp } from '../start/create-app.js'
import { rootRoute } from '../start/root-routes.js'
import { apiStand, sampleSite } from '../testing/index.js'
import { LeaveGuard } from './LeaveGuard.js'

const EditPage = () => {
  const [typed, setTyped] = useState('')
  return (
    <>
      <h1>Edit</h1>
      <input aria-label="Remark" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Link to="/other">Other</Link>
      <LeaveGuard when={typed !== ''} />
    </>
  )
}

const open = () => {
  const app = createApp({
    portal: 'provider', title: { zh: '台', en: 'Console' }, resources: { 'zh-CN': {}, en: {} }, menu: [],
    routes: () => [
      createRoute({ getParentRoute: () => rootRoute, path: '/edit', component: EditPage }) as never,
      createRoute({ getParentRoute: () => rootRoute, path: '/other', component: () => <h1>Other page</h1> }) as never,
    ],
  }, { fetch: apiStand({ 'GET /site': () => sampleSite() }).fetch, history: createMemoryHistory({ initialEntries: ['/edit'] }), language: 'en' })
  render(app.element)
}

beforeEach(() => localStorage.clear())

test('with nothing typed a page is left without a question', async () => {
  open()
  await userEvent.click(await screen.findByRole('link', { name: 'Other' }))
  expect(await screen.findByRole('heading', { name: 'Other page' })).toBeInTheDocument()
})

test('with something typed, leaving asks; staying keeps it, leaving goes', async () => {
  open()
  await userEvent.type(await screen.findByLabelText('Remark'), 'not sent')
  await userEvent.click(screen.getByRole('link', { name: 'Other' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Stay on this page' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
  expect(screen.getByLabelText('Remark')).toHaveValue('not sent')
  await userEvent.click(screen.getByRole('link', { name: 'Other' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Leave without saving' }))
  expect(await screen.findByRole('heading', { name: 'Other page' })).toBeInTheDocument()
})
