import { beforeEach, expect, jest, test } from '@jest/globals'
import { createMemoryHistory, createRoute } from '@tanstack/react-router'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { PageHeading } from '@icp/ui'
import { useAnswer } from '@icp/client'
import { useText } from '../language/use-text.js'
import { useMe } from '../session/use-session.js'
import { apiStand, type Answerer, refuse, sampleMe, samplePicture, sampleSite, sampleStep } from '../testing/index.js'
import { createApp } from './create-app.js'
import { authRoute, rootRoute } from './root-routes.js'

const HomePage = () => <PageHeading>{useText()('home')}</PageHeading>
const FilingPage = () => {
  const me = useMe()
  const notices = useAnswer('listNotices', {}, { enabled: false, retry: false })
  const [typed, setTyped] = useState('')
  return (
    <>
      <PageHeading>Filing</PageHeading>
      <p>{me.name}</p>
      <input aria-label="Typed" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <button type="button" onClick={() => void notices.refetch()}>Ask</button>
    </>
  )
}
const BrokenPage = (): never => {
  throw new Error('broken')
}

const settings = {
  portal: 'owner' as const,
  title: { zh: 'ICP备案系统', en: 'ICP Filing System' },
  resources: { 'zh-CN': { home: '首页内容' }, en: { home: 'Home page' } },
  registerPath: '/register/terms',
  home: '/filing',
  routes: () => [
    createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage }),
    createRoute({ getParentRoute: () => rootRoute, path: '/broken', component: BrokenPage }),
    authRoute.addChildren([createRoute({ getParentRoute: () => authRoute, path: '/filing', component: FilingPage }) as never]) as never,
  ],
  menu: [
    { id: 'entry', label: { zh: '备案信息录入', en: 'Record filing information entry' }, href: '/filing' },
    { id: 'users', label: { zh: '用户', en: 'Users' }, href: '/users', allowed: 'getSwitches' as const },
  ],
}

const signedOut: Record<string, Answerer> = {
  'GET /site': () => sampleSite(),
  'GET /me': () => refuse(401),
  'GET /log-on': () => refuse(401),
  'POST /verification/pictures': () => samplePicture(),
}

const open = (path: string, answers: Record<string, Answerer> = {}) => {
  const stand = apiStand({ ...signedOut, ...answers })
  const app = createApp(settings, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: [path] }), language: 'en' })
  render(app.element)
  return { ...stand, router: app.router }
}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const fillIn = async (password = 'a good password') => {
  await userEvent.type(await screen.findByLabelText('User name'), 'wang')
  await userEvent.type(screen.getByLabelText('Password'), password)
  await userEvent.type(screen.getByLabelText('Verification code'), 'aB 3x')
  await userEvent.click(screen.getByRole('button', { name: 'Log on' }))
}

test('a visitor of the home page is not asked who they are, and sees no menu', async () => {
  const { calls } = open('/')
  expect(await screen.findByRole('heading', { level: 1, name: 'Home page' })).toBeInTheDocument()
  expect(document.title).toBe('Home page - ICP Filing System')
  expect(calls.map((call) => call.to)).not.toContain('GET /me')
  expect(screen.queryByRole('tree')).not.toBeInTheDocument()
  expect(screen.getAllByRole('main')).toHaveLength(1)
})

test('the language changes in place, is remembered, and stands in the html element', async () => {
  open('/')
  await userEvent.click(await screen.findByRole('button', { name: '中文' }))
  expect(await screen.findByRole('heading', { level: 1, name: '首页内容' })).toBeInTheDocument()
  expect(document.documentElement.lang).toBe('zh-CN')
  expect(localStorage.getItem('icp.language')).toBe('zh-CN')
})

test('a page that needs a session leads to the log-on and back', async () => {
  const { answer, router, calls } = open('/filing?tab=2')
  expect(await screen.findByRole('heading', { level: 1, name: 'Log on' })).toBeInTheDocument()
  expect(router.state.location.search).toEqual({ return: '/filing?tab=2' })

  answer({ 'POST /log-on': () => sampleStep({ onScreen: { code: '246810' } }) })
  await fillIn()
  expect(await screen.findByRole('heading', { level: 1, name: 'Enter the code from your phone or mail' })).toBeInTheDocument()
  expect(calls.find((call) => call.to === 'POST /log-on')?.body).toEqual({
    category: 'owner', userName: 'wang', password: 'a good password', verification: { way: 'picture', id: samplePicture().id, text: 'aB3x' },
  })
  expect(screen.getByTestId('on-screen-code')).toHaveTextContent('246810')
  expect(screen.getByText(/138\*\*\*\*0001/)).toBeInTheDocument()

  answer({ 'POST /log-on/code': () => sampleMe(), 'GET /me': () => sampleMe() })
  await userEvent.click(screen.getByLabelText('Code from your phone or mail'))
  await userEvent.paste('２４６ ８１０')
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'Filing' })).toBeInTheDocument()
  expect(calls.find((call) => call.to === 'POST /log-on/code')?.body).toEqual({ code: '246810' })
  expect(router.state.location.href).toContain('/filing?tab=2')
  const tree = screen.getByRole('tree', { name: 'Menu' })
  expect(within(tree).getByRole('treeitem', { name: 'Record filing information entry' })).toHaveAttribute('aria-current', 'page')
  expect(within(tree).queryByRole('treeitem', { name: 'Users' })).not.toBeInTheDocument()
})

test('with the first step done, a page that needs a session leads to the second step', async () => {
  open('/filing', { 'GET /log-on': () => sampleStep() })
  expect(await screen.findByRole('heading', { level: 1, name: 'Enter the code from your phone or mail' })).toBeInTheDocument()
})

test('a return address of another site is not followed', async () => {
  localStorage.setItem('icp.signed-in', '1')
  const { router } = open('/log-on?return=//evil.example/', { 'GET /me': () => sampleMe() })
  expect(await screen.findByRole('heading', { level: 1, name: 'Filing' })).toBeInTheDocument()
  expect(router.state.location.href).toBe('/filing')
})

test('an ended session asks to log on again over the page, which keeps what was typed', async () => {
  localStorage.setItem('icp.signed-in', '1')
  const { answer } = open('/filing', { 'GET /me': () => sampleMe(), 'GET /notices': () => refuse(401) })
  await userEvent.type(await screen.findByLabelText('Typed'), 'half a sentence')
  answer({ 'GET /me': () => refuse(401) })
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
  const window = await screen.findByRole('dialog', { name: 'Log on again' })
  expect(within(window).getByLabelText('User name')).toHaveValue('wang')

  answer({ 'POST /log-on': () => sampleStep(), 'POST /log-on/code': () => sampleMe(), 'GET /me': () => sampleMe() })
  await userEvent.type(within(window).getByLabelText('Password'), 'a good password')
  await userEvent.type(within(window).getByLabelText('Verification code'), 'ab3x')
  await userEvent.click(within(window).getByRole('button', { name: 'Log on' }))
  await userEvent.type(await within(window).findByLabelText('Code from your phone or mail'), '246810')
  await userEvent.click(within(window).getByRole('button', { name: 'Enter' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(screen.getByLabelText('Typed')).toHaveValue('half a sentence')
})

test('logging off ends the session and leads to the log-on', async () => {
  localStorage.setItem('icp.signed-in', '1')
  const { answer, calls } = open('/filing', { 'GET /me': () => sampleMe(), 'POST /log-off': () => undefined })
  await userEvent.click(await screen.findByRole('button', { name: 'Account: 王小明' }))
  answer({ 'GET /me': () => refuse(401) })
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Log off' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Log on' })).toBeInTheDocument()
  expect(calls.map((call) => call.to)).toContain('POST /log-off')
  expect(screen.queryByRole('tree')).not.toBeInTheDocument()
  expect(screen.queryByText('王小明')).not.toBeInTheDocument()
})

test('an account of another portal is told where it belongs', async () => {
  localStorage.setItem('icp.signed-in', '1')
  open('/filing', { 'GET /me': () => sampleMe({ category: 'provider', role: 'provider' }) })
  expect(await screen.findByRole('link', { name: 'Go to the portal of this account' })).toHaveAttribute('href', 'http://127.0.0.1:3002')
  expect(screen.queryByRole('tree')).not.toBeInTheDocument()
})

test('an address that leads nowhere and a page that throws both say so in the layout', async () => {
  open('/nowhere')
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no such page' })).toBeInTheDocument()
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => {})
  const still = jest.spyOn(console, 'warn').mockImplementation(() => {})
  open('/broken')
  expect(await screen.findByRole('heading', { level: 1, name: 'This page failed' })).toBeInTheDocument()
  quiet.mockRestore()
  still.mockRestore()
})

test('help is in the same place on every page', async () => {
  open('/log-on')
  await userEvent.click(await screen.findByRole('link', { name: 'Help' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Help' })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Help' })).toBeInTheDocument()
})
