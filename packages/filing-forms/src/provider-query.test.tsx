import { expect, jest, test } from '@jest/globals'
import { ClientProvider, createClient } from '@icp/client'
import { findOperation, Problem, ProviderFound } from '@icp/contract'
import { matchesProvider, splitKeywords } from '@icp/domain'
import { InLanguage } from '@icp/filing-views/testing'
import { ModalWindow } from '@icp/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, StrictMode, useState } from 'react'
import { ProviderField } from './ProviderField.js'

const provider = (n: number, name: string, nameEn: string): ProviderFound =>
  ProviderFound.parse({ id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, name, nameEn, licence: `B1-${n}`, province: '330000' })

const cloud = provider(1, '阿里云计算有限公司', 'Alibaba Cloud')
const river = provider(2, '云河数据有限公司', 'River Data')
const many = Array.from({ length: 45 }, (_, n) => provider(100 + n, `云端网络${n + 1}号`, `Cloud Network ${n + 1}`))
const pageSize = 20

/** Searches as the API does: the domain's own matching, twenty a page. What it answers is read through the contract. */
const searching = (refusal: { now: Problem | null } = { now: null }) => {
  const asked: string[] = []
  const fetch = (async (url: string) => {
    const query = new URL(url, 'http://portal.test').searchParams
    asked.push(query.get('q') ?? '')
    if (refusal.now) return { ok: false, status: refusal.now.status, headers: new Headers(), json: async () => refusal.now }
    const hits = [cloud, river, ...many].filter((one) => matchesProvider({ ...one, pinyin: '', initials: '' }, splitKeywords(query.get('q') ?? '')))
    const from = Number(query.get('cursor') ?? 0)
    const answer = { rows: hits.slice(from, from + pageSize), total: hits.length, next: from + pageSize < hits.length ? String(from + pageSize) : null }
    return { ok: true, status: 200, headers: new Headers(), json: async () => findOperation('searchProviders').answer.parse(answer) }
  }) as unknown as typeof globalThis.fetch
  return { asked, fetch }
}

const around = (fetch: typeof globalThis.fetch, language: 'zh-CN' | 'en', children: ReactNode) => (
  <StrictMode>
    <InLanguage language={language}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ClientProvider client={createClient({ fetch })}>{children}</ClientProvider>
      </QueryClientProvider>
    </InLanguage>
  </StrictMode>
)

function Field({ onChosen, before }: { readonly onChosen?: (id: string) => void; readonly before: { readonly id: string; readonly name: string } }) {
  const [value, setValue] = useState(before)
  return <ProviderField id="provider" label="Access provider" name={value.name} chosenId={value.id} onChoose={(chosen) => { setValue(chosen); onChosen?.(chosen.id) }} />
}

const draw = (fetch: typeof globalThis.fetch, { onChosen, before = { id: '', name: '' }, language = 'en' as 'zh-CN' | 'en' }: { readonly onChosen?: (id: string) => void; readonly before?: { readonly id: string; readonly name: string }; readonly language?: 'zh-CN' | 'en' } = {}) => {
  render(around(fetch, language, <Field before={before} {...(onChosen ? { onChosen } : {})} />))
  return screen.getByRole('textbox', { name: 'Access provider' })
}

const open = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Query' }))
  return screen.findByRole('dialog', { name: 'Choose the access provider' })
}

/** The radio of a provider. Its name is marked in parts, so that the label's text is compared as a whole. */
const radioOf = (window: HTMLElement, name: string) => {
  const found = within(window).getAllByRole('radio').find((radio) => radio.closest('label')?.textContent?.startsWith(name))
  if (!found) throw new Error(`${name} is not among the hits`)
  return found
}
const findRadio = (window: HTMLElement, name: string) => waitFor(() => radioOf(window, name))

const ask = async (window: HTMLElement, keywords: string) => {
  const box = within(window).getByRole('searchbox', { name: 'Keywords' })
  await userEvent.clear(box)
  if (keywords) await userEvent.type(box, keywords)
  await userEvent.click(within(window).getByRole('button', { name: 'Query' }))
}

test('the name is never typed: the field is read-only and a button opens the query', async () => {
  const { asked, fetch } = searching()
  const name = draw(fetch, { before: { id: river.id, name: river.name } })
  expect(name).toHaveAttribute('readonly')
  const window = await open()
  expect(within(window).getByRole('searchbox', { name: 'Keywords' })).toHaveFocus()
  expect(asked).toEqual([])
})

test('an empty query asks for a keyword, and nothing is asked of the server', async () => {
  const { asked, fetch } = searching()
  draw(fetch)
  const window = await open()
  for (const nothing of ['', '   ', '　']) {
    await ask(window, nothing)
    expect(within(window).getByRole('searchbox')).toHaveAccessibleDescription(/Enter a keyword first\./)
    expect(within(window).getByRole('searchbox')).toHaveFocus()
  }
  expect(asked).toEqual([])
})

test('every keyword must occur; the count is said and the matches are marked', async () => {
  const { asked, fetch } = searching()
  draw(fetch)
  const window = await open()
  await ask(window, '云　阿里')
  expect(await within(window).findByRole('status')).toHaveTextContent('1 found')
  const radio = radioOf(window, '阿里云计算有限公司')
  expect(radio.closest('label')?.querySelectorAll('mark')).toHaveLength(1)
  expect(radio.closest('label')?.querySelector('mark')).toHaveTextContent('阿里云')
  expect(asked).toEqual(['云　阿里'])
})

test('no hit says so and keeps the words', async () => {
  const { fetch } = searching()
  draw(fetch)
  const window = await open()
  await ask(window, '没有 这家')
  expect(await within(window).findByText(/No provider’s name contains all of these words/)).toBeInTheDocument()
  expect(within(window).getByRole('searchbox')).toHaveValue('没有 这家')
  expect(within(window).queryByRole('radio')).not.toBeInTheDocument()
})

test('OK is off until one is chosen; it fills in exactly that name and gives the focus back', async () => {
  const { fetch } = searching()
  const onChosen = jest.fn()
  const name = draw(fetch, { onChosen })
  const window = await open()
  await ask(window, '有限公司')
  const first = await findRadio(window, '阿里云')
  expect(within(window).getByRole('button', { name: 'OK' })).toBeDisabled()
  await userEvent.click(first)
  await userEvent.click(radioOf(window, '云河'))
  expect(first).not.toBeChecked()
  await userEvent.click(within(window).getByRole('button', { name: 'OK' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(name).toHaveValue('云河数据有限公司')
  expect(onChosen).toHaveBeenCalledTimes(1)
  expect(onChosen).toHaveBeenCalledWith(river.id)
  expect(screen.getByRole('button', { name: 'Query' })).toHaveFocus()
})

test('the arrow keys move the choice', async () => {
  const { fetch } = searching()
  draw(fetch)
  const window = await open()
  await ask(window, '有限公司')
  await userEvent.click(await findRadio(window, '阿里云'))
  await userEvent.keyboard('{ArrowDown}')
  expect(radioOf(window, '云河')).toBeChecked()
  expect(radioOf(window, '云河')).toHaveFocus()
})

test.each(['Cancel', 'Close', 'Esc'])('%s leaves the name as it was', async (way) => {
  const { fetch } = searching()
  const onChosen = jest.fn()
  const name = draw(fetch, { onChosen, before: { id: cloud.id, name: cloud.name } })
  const window = await open()
  await ask(window, '云河')
  await userEvent.click(await findRadio(window, '云河'))
  if (way === 'Esc') await userEvent.keyboard('{Escape}')
  else await userEvent.click(within(window).getByRole('button', { name: way }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(name).toHaveValue('阿里云计算有限公司')
  expect(onChosen).not.toHaveBeenCalled()
})

test('the provider chosen before stands marked, but must be chosen to be taken again', async () => {
  const { fetch } = searching()
  draw(fetch, { before: { id: cloud.id, name: cloud.name } })
  const window = await open()
  await ask(window, '阿里')
  const radio = await findRadio(window, '阿里云')
  expect(radio).toBeChecked()
  expect(within(window).getByRole('button', { name: 'OK' })).toBeDisabled()
  await userEvent.click(radio)
  expect(within(window).getByRole('button', { name: 'OK' })).toBeEnabled()
})

test('beyond twenty there are pages, and a choice does not follow to another page', async () => {
  const { fetch } = searching()
  draw(fetch)
  const window = await open()
  await ask(window, '云端')
  expect(await within(window).findByText('45 found')).toBeInTheDocument()
  expect(within(window).getAllByRole('radio')).toHaveLength(20)
  expect(within(window).getByRole('button', { name: 'Previous page' })).toBeDisabled()
  await userEvent.click(within(window).getAllByRole('radio')[0]!)
  expect(within(window).getByRole('button', { name: 'OK' })).toBeEnabled()
  await userEvent.click(within(window).getByRole('button', { name: 'Next page' }))
  expect(await findRadio(window, '云端网络21号')).toBeInTheDocument()
  expect(within(window).getByRole('button', { name: 'OK' })).toBeDisabled()
  await userEvent.click(within(window).getByRole('button', { name: 'Next page' }))
  expect(await findRadio(window, '云端网络45号')).toBeInTheDocument()
  expect(within(window).getByRole('button', { name: 'Next page' })).toBeDisabled()
})

test('another query forgets the choice and the page of the one before', async () => {
  const { fetch } = searching()
  draw(fetch)
  const window = await open()
  await ask(window, '云端')
  await userEvent.click(await within(window).findByRole('button', { name: 'Next page' }))
  await userEvent.click(await findRadio(window, '云端网络21号'))
  await ask(window, '阿里')
  expect(await within(window).findByText('1 found')).toBeInTheDocument()
  expect(within(window).getByRole('button', { name: 'OK' })).toBeDisabled()
})

test('a refusal says how long to wait, never "none found", and the same words can be asked again', async () => {
  const text = { zh: '查询过于频繁。', en: 'Too many queries.' }
  const refusal: { now: Problem | null } = { now: Problem.parse({ type: 'about:blank', status: 429, code: 'too-many', title: '', text, findings: [], retryAfter: 30, requestId: 'r' }) }
  const { asked, fetch } = searching(refusal)
  draw(fetch)
  const window = await open()
  await ask(window, '阿里')
  expect(await within(window).findByRole('alert')).toHaveTextContent('Too many queries.Try again in 30 s.')
  expect(within(window).queryByText(/found/)).not.toBeInTheDocument()
  refusal.now = null
  await userEvent.click(within(window).getByRole('button', { name: 'Query' }))
  expect(await within(window).findByText('1 found')).toBeInTheDocument()
  expect(asked).toEqual(['阿里', '阿里'])
})

test('Enter in the keywords asks, and does not submit the window around', async () => {
  const { asked, fetch } = searching()
  const submit = jest.fn()
  render(around(fetch, 'en', <ModalWindow open title="Add access" closeLabel="Close" onClose={() => {}} onSubmit={submit}><Field before={{ id: '', name: '' }} /></ModalWindow>))
  await userEvent.click(screen.getByRole('button', { name: 'Query' }))
  const window = await screen.findByRole('dialog', { name: 'Choose the access provider' })
  await userEvent.type(within(window).getByRole('searchbox'), '阿里{Enter}')
  expect(await within(window).findByText('1 found')).toBeInTheDocument()
  await userEvent.click(within(window).getByRole('radio'))
  await userEvent.click(within(window).getByRole('button', { name: 'OK' }))
  expect(submit).not.toHaveBeenCalled()
  expect(asked).toEqual(['阿里'])
})

test('Esc in the query closes the query alone', async () => {
  const { fetch } = searching()
  const close = jest.fn()
  render(around(fetch, 'en', <ModalWindow open title="Add access" closeLabel="Close" onClose={close}><Field before={{ id: '', name: '' }} /></ModalWindow>))
  await userEvent.click(screen.getByRole('button', { name: 'Query' }))
  await screen.findByRole('dialog', { name: 'Choose the access provider' })
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Choose the access provider' })).not.toBeInTheDocument())
  expect(close).not.toHaveBeenCalled()
})

test('the window speaks Chinese on a Chinese page', async () => {
  const { fetch } = searching()
  draw(fetch, { language: 'zh-CN' })
  await userEvent.click(screen.getByRole('button', { name: '查询' }))
  const window = await screen.findByRole('dialog', { name: '选择接入服务提供者' })
  await userEvent.type(within(window).getByRole('searchbox', { name: '关键词' }), '阿里{Enter}')
  expect(await within(window).findByText('找到 1 家')).toBeInTheDocument()
  expect(within(window).getByRole('radio', { name: /浙江省/ })).toBeInTheDocument()
})
