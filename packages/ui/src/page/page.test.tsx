import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { UiProvider } from '../theme/UiProvider.js'
import { LanguageSwitch } from './LanguageSwitch.js'
import { PageHeading } from './PageHeading.js'
import { Panel } from './Panel.js'
import { SkipLink } from './SkipLink.js'

test('the h1 and the title of the document are the same words', () => {
  render(<UiProvider language="en" productName="ICP filing"><PageHeading titlePrefix="Error:">Log on</PageHeading></UiProvider>)
  expect(screen.getByRole('heading', { level: 1, name: 'Log on' })).toBeInTheDocument()
  expect(document.title).toBe('Error: Log on - ICP filing')
})

test('a titled panel is a named region', () => {
  render(<Panel title="Progress">Now</Panel>)
  expect(screen.getByRole('region', { name: 'Progress' })).toHaveTextContent('Now')
})

test('the skip link puts the focus on the main part', async () => {
  render(<><SkipLink href="#main" text="Skip to content" /><main id="main" tabIndex={-1} /></>)
  await userEvent.tab()
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('main')).toHaveFocus()
})

test('each language is named in itself and the chosen one is pressed', async () => {
  const chosen: string[] = []
  render(<LanguageSwitch label="Language" value="zh-CN" onChange={(language) => chosen.push(language)} />)
  expect(screen.getByRole('button', { name: '中文', pressed: true })).toHaveAttribute('lang', 'zh-CN')
  await userEvent.click(screen.getByRole('button', { name: 'English', pressed: false }))
  expect(chosen).toEqual(['en'])
})
