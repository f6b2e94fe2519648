import { expect, test } from '@jest/globals'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createApp } from '../start/create-app.js'
import { apiStand, refuse, samplePicture, sampleSite } from '../testing/index.js'

test('a password is hidden while it is typed, and a manager of passwords may paste it', async () => {
  const stand = apiStand({ 'GET /site': () => sampleSite(), 'GET /log-on': () => refuse(401), 'POST /verification/pictures': () => samplePicture('00000000-0000-4000-8000-000000000001') })
  const settings = { portal: 'owner' as const, title: { zh: 'ICP备案系统', en: 'ICP Filing System' }, resources: { 'zh-CN': {}, en: {} }, registerPath: '/register/terms', routes: () => [], menu: [] }
  render(createApp(settings, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: ['/log-on'] }), language: 'en' }).element)
  const box = await screen.findByLabelText('Password')
  expect(box).toHaveAttribute('type', 'password')
  expect(box).toHaveAttribute('autocomplete', 'current-password')
  await userEvent.click(box)
  await userEvent.paste('correct horse battery staple 42')
  expect(box).toHaveValue('correct horse battery staple 42')
})
