import { expect, test } from '@jest/globals'
import { findingsFor, fieldsOf, type RegistrationContent, type ServiceType } from '@icp/domain'
import { InLanguage, sampleRegistration } from '@icp/filing-views/testing'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { StrictMode, useState } from 'react'
import { FieldList } from './FieldList.js'
import { serviceBegun } from './of-its-type.js'
import { PlatformParts } from './PlatformParts.js'
import { browserRuleContext } from './rule-context.js'

// Asking the style sheets before each click takes longer than all the rest.
const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never })

const shownAlways = () => true
const nothing = () => undefined

/** The platforms and categories of one service as the window of the owner draws them, every finding shown. */
function Form({ type, onContent }: { readonly type: ServiceType; readonly onContent: (content: RegistrationContent) => void }) {
  const [content, setContent] = useState<RegistrationContent>(() => ({ ...sampleRegistration(), services: [serviceBegun('a', type)] }))
  const change = (next: RegistrationContent) => {
    setContent(next)
    onContent(next)
  }
  const form = { kind: 'new-subject' as const, content, onChange: change, findings: findingsFor('new-subject', content, browserRuleContext()), isShown: shownAlways, onLeave: nothing }
  return (
    <>
      <FieldList {...form} rows={fieldsOf(content).filter(({ key, section }) => section === 'service' && ['type', 'categories'].includes(key))} />
      <PlatformParts {...form} service={content.services[0]!} />
    </>
  )
}

async function draw(type: ServiceType, language: 'en' | 'zh-CN' = 'en') {
  let content: RegistrationContent | undefined
  render(<StrictMode><InLanguage language={language}><Form type={type} onContent={(next) => { content = next }} /></InLanguage></StrictMode>)
  await act(async () => { await import('@icp/domain/divisions') })
  return () => content!.services[0]!
}

test('each platform is a part of its own that asks for what the platform calls a program by', async () => {
  const service = await draw('app')
  const first = screen.getByRole('group', { name: 'Platform 1' })
  await user.click(within(first).getByRole('radio', { name: 'iOS' }))
  expect(within(first).getByRole('textbox', { name: 'Bundle ID' })).toHaveAccessibleDescription(/For example com\.example\.app\./)
  expect(within(first).getByRole('textbox', { name: 'Certificate fingerprint' })).toHaveAccessibleDescription(/SHA-1.*40 hexadecimal digits/)
  await user.click(within(first).getByRole('radio', { name: 'Android' }))
  expect(within(first).getByRole('textbox', { name: 'Package name' })).toBeInTheDocument()
  expect(within(first).getByRole('textbox', { name: 'Certificate fingerprint' })).toHaveAccessibleDescription(/MD5.*32 hexadecimal digits/)
  fireEvent.change(within(first).getByLabelText('Package name'), { target: { value: 'no package' } })
  fireEvent.blur(within(first).getByLabelText('Package name'))
  expect(within(first).getByRole('textbox', { name: 'Package name' })).toBeInvalid()
  expect(service().platforms).toEqual([expect.objectContaining({ platform: 'android', packageName: 'nopackage' })])
})

test('platforms come and go, the focus stays with them, and the last one cannot go', async () => {
  const service = await draw('app')
  expect(screen.queryByRole('button', { name: /^Remove platform/ })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Add platform' }))
  expect(screen.getByRole('group', { name: 'Platform 2' })).toHaveFocus()
  await user.click(within(screen.getByRole('group', { name: 'Platform 2' })).getByRole('radio', { name: 'HarmonyOS' }))
  await user.click(screen.getByRole('button', { name: 'Remove platform 1' }))
  expect(service().platforms?.map(({ platform }) => platform)).toEqual(['harmonyos'])
  expect(screen.getByRole('button', { name: 'Add platform' })).toHaveFocus()
  expect(screen.queryByRole('button', { name: /^Remove platform/ })).not.toBeInTheDocument()
})

test('a mini program is not asked for a key, and a quick app begins with its only platform', async () => {
  await draw('mini-program', 'zh-CN')
  const part = screen.getByRole('group', { name: '平台 1' })
  await user.click(within(part).getByRole('radio', { name: '微信' }))
  expect(within(part).getByRole('textbox', { name: '小程序 AppID' })).toBeInTheDocument()
  expect(within(part).getAllByRole('textbox')).toHaveLength(1)
  expect(serviceBegun('q', 'quick-app').platforms?.map(({ platform }) => platform)).toEqual(['quick-app'])
})

test('the type is chosen among four cards that say what each is, and another choice asks other things', async () => {
  const service = await draw('app')
  const cards = within(screen.getByRole('radiogroup', { name: 'Service type' })).getAllByRole('radio')
  expect(cards).toHaveLength(4)
  await user.click(screen.getByRole('radio', { name: /^Mini program.*Runs inside an app/ }))
  expect(service()).toMatchObject({ type: 'mini-program' })
  await user.click(screen.getByRole('radio', { name: /^Website/ }))
  expect(screen.queryByRole('group', { name: /Content categories/ })).not.toBeInTheDocument()
})

test('categories are ticked under their headings, which say how many, and a sixth is one too many', async () => {
  const service = await draw('app')
  const group = screen.getByText('Content categories').closest('fieldset')!
  for (const name of ['Bills', 'Recruiting', 'Housing', 'Food and drink', 'Household services']) await user.click(within(group).getByLabelText(name))
  expect(within(group).getByText('Everyday life · 5 chosen')).toBeInTheDocument()
  expect(group).not.toHaveAccessibleDescription(/at most\. Keep/)
  await user.click(within(group).getByText('Commerce', { selector: 'summary' }))
  await user.click(within(group).getByLabelText('Own shop'))
  expect(service().categories).toEqual(['1', '2', 'housing', 'dining', 'errands', 'shop'])
  expect(group).toHaveAccessibleDescription(/6 categories are chosen; 5 at most/)
})
