import { expect, jest, test } from '@jest/globals'
import { fieldsOf, type Finding, type RegistrationContent, withFieldAt } from '@icp/domain'
import { InLanguage, sampleRegistration } from '@icp/filing-views/testing'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, useState } from 'react'
import { FieldList } from './FieldList.js'
import { useShownFindings } from './use-shown-findings.js'

interface FormProps {
  readonly start: RegistrationContent
  readonly paths: readonly string[]
  readonly findings?: readonly Finding[]
  readonly onContent?: (content: RegistrationContent) => void
}

/** Some fields of a filing as a page would draw them, findings shown once a field was left or Next was pressed. */
function Form({ start, paths, findings = [], onContent }: FormProps) {
  const [content, setContent] = useState(start)
  const shown = useShownFindings()
  const rows = fieldsOf(content).filter((row) => paths.includes(row.path))
  const change = (next: RegistrationContent) => {
    setContent(next)
    onContent?.(next)
  }
  return (
    <>
      <FieldList kind="new-subject" rows={rows} content={content} onChange={change} findings={findings} isShown={shown.isShown} onLeave={shown.onLeave} />
      <button type="button" onClick={shown.tryNow}>Next</button>
    </>
  )
}

const draw = async (paths: readonly string[], more: Partial<FormProps> & { readonly language?: 'zh-CN' | 'en' } = {}) => {
  const { language = 'en', start = sampleRegistration(), ...rest } = more
  let content = start
  render(
    <StrictMode>
      <InLanguage language={language}><Form start={start} paths={paths} {...rest} onContent={(next) => { content = next }} /></InLanguage>
    </StrictMode>,
  )
  await act(async () => { await import('@icp/domain/divisions') })
  return () => content
}

const finding = (path: string, severity: Finding['severity'] = 'block'): Finding =>
  ({ rule: 'X-1', path, severity, text: { zh: '不对。', en: 'This is wrong.' }, fix: { zh: '请改正。', en: 'Mend it.' }, source: '' })

const chosenIn = (label: string) => (screen.getByLabelText<HTMLSelectElement>(label)).selectedOptions[0]?.textContent

test('a field has its label, its prompt and its required mark before any error', async () => {
  await draw(['subject.name', 'subject.remark'])
  const name = screen.getByRole('textbox', { name: 'Owner name' })
  expect(name).toHaveAccessibleDescription('Exactly as on the certificate; a person writes their own name.')
  expect(name).toHaveAttribute('aria-required', 'true')
  expect(name).not.toHaveAttribute('aria-invalid', 'true')
  expect(screen.getByRole('textbox', { name: 'Remark' })).not.toHaveAttribute('aria-required', 'true')
})

test('the filing mode is stated by the system and has no input', async () => {
  await draw(['subject.filingMode', 'subject.legalPersonSource'])
  expect(screen.getAllByRole('radiogroup')).toHaveLength(1)
  expect(screen.getByRole('radio', { name: 'Same as the subject’s person in charge' })).toBeChecked()
})

test('labels and prompts are Chinese on a Chinese page', async () => {
  await draw(['subject.name', 'services.s1.domain'], { language: 'zh-CN' })
  expect(screen.getByRole('textbox', { name: '主办单位或主办人名称' })).toHaveAccessibleDescription('与证件上的名称完全一致；个人填写本人姓名。')
  expect(screen.getByRole('textbox', { name: '域名' })).toHaveAccessibleDescription(/不带 www/)
})

test('what is wrong is said once the field was left, and not in the fields that were not', async () => {
  await draw(['subject.name', 'subject.investor'], { findings: [finding('subject.name'), finding('subject.investor')] })
  expect(screen.queryByText(/This is wrong/)).not.toBeInTheDocument()
  await userEvent.click(screen.getByLabelText('Owner name'))
  await userEvent.tab()
  expect(screen.getByLabelText('Owner name')).toBeInvalid()
  expect(screen.getByLabelText('Owner name')).toHaveAccessibleDescription(/This is wrong\. Mend it\./)
  expect(screen.getByLabelText('Investor or superior unit')).toBeValid()
})

test('after a try to go on, everything that is wrong is said', async () => {
  await draw(['subject.name', 'subject.investor'], { findings: [finding('subject.name'), finding('subject.investor')] })
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  expect(screen.getAllByText('This is wrong. Mend it.')).toHaveLength(2)
})

test('advice is said, but does not make a field invalid', async () => {
  await draw(['subject.name'], { findings: [finding('subject.name', 'warn')] })
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  const name = screen.getByLabelText('Owner name')
  expect(name).toBeValid()
  expect(name).toHaveAccessibleDescription(/This is wrong\. Mend it\./)
})

test('what is said beside a field leads to its rule; what is no rule of the catalogue leads nowhere', async () => {
  await draw(['subject.name', 'subject.remark'], { findings: [{ ...finding('subject.name'), rule: 'S-02' }, finding('subject.remark')] })
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  expect(screen.getAllByText('This is wrong. Mend it.')).toHaveLength(2)
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/rules?q=S-02'])
})

test('leaving a field that is wrong goes on to the next one: its link is met only by going back', async () => {
  await draw(['subject.name', 'subject.remark'], { findings: [{ ...finding('subject.name'), rule: 'S-02' }] })
  await userEvent.click(screen.getByLabelText('Owner name'))
  await userEvent.tab()
  expect(await screen.findByRole('link', { name: 'Rule S-02' })).toBeInTheDocument()
  expect(document.activeElement).toBe(screen.getByLabelText(/Remark/))
  await userEvent.tab({ shift: true })
  expect(screen.getByRole('link', { name: 'Rule S-02' })).toHaveFocus()
})

test('what stops comes before advice for the same field', async () => {
  await draw(['subject.name'], { findings: [{ ...finding('subject.name', 'warn'), text: { zh: '', en: 'Only advice.' } }, finding('subject.name')] })
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  expect(screen.getByLabelText('Owner name')).toBeInvalid()
  expect(screen.queryByText(/Only advice/)).not.toBeInTheDocument()
})

test('a finding about the provider’s id stands beside its name, one about a single address beside the addresses', async () => {
  const at = 'services.s1.accesses.a1'
  await draw([`${at}.ipRanges`, `${at}.providerName`], { findings: [finding(`${at}.providerId`), finding(`${at}.ipRanges.0`)] })
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  expect(screen.getByRole('textbox', { name: 'Access provider' })).toBeInvalid()
  expect(screen.getByRole('group', { name: 'IP addresses' })).toHaveAccessibleDescription(/This is wrong/)
})

test('full-width signs and stray spaces are put right when the field is left', async () => {
  const content = await draw(['subject.person.mobile'])
  const mobile = screen.getByRole('textbox', { name: 'Mobile number' })
  await userEvent.clear(mobile)
  await userEvent.type(mobile, '１３８ ００００ ０００２')
  expect(mobile).toHaveValue('１３８ ００００ ０００２')
  await userEvent.tab()
  expect(mobile).toHaveValue('13800000002')
  expect(content().subject.person.mobile).toBe('13800000002')
})

test('a Chinese domain also shows its encoded form', async () => {
  await draw(['services.s1.domain'])
  const domain = screen.getByRole('textbox', { name: 'Domain' })
  await userEvent.clear(domain)
  await userEvent.paste('例子.中国')
  expect(domain).toHaveAccessibleDescription(/Also written: xn--fsqu00a\.xn--fiqs8s/)
})

test('province, city and county narrow each other, and a new province empties both', async () => {
  const content = await draw(['subject.province', 'subject.city', 'subject.county'])
  await waitFor(() => expect(chosenIn('County or district')).toBe('Dongcheng (东城区)'))
  await userEvent.selectOptions(screen.getByLabelText('Province'), '330000')
  expect(content().subject).toMatchObject({ province: '330000', city: '', county: '' })
  expect(screen.getByLabelText('County or district')).toBeDisabled()
  const cities = within(screen.getByLabelText('City')).getAllByRole('option').map((option) => option.textContent)
  expect(cities).toContain('Hangzhou (杭州市)')
  expect(cities).not.toContain('Dongcheng (东城区)')
  await userEvent.selectOptions(screen.getByLabelText('City'), 'Hangzhou (杭州市)')
  expect(within(screen.getByLabelText('County or district')).getByRole('option', { name: 'Xihu (西湖区)' })).toBeInTheDocument()
})

test('a place that the table does not know stays chosen until another is', async () => {
  await draw(['subject.city'], { start: withFieldAt(sampleRegistration(), 'subject.city', '119900') })
  await waitFor(() => expect(chosenIn('City')).toBe('119900'))
})

test('long-term stands in for a last day, and takes it back when unticked', async () => {
  const content = await draw(['subject.certificateValidTo'], { start: withFieldAt(sampleRegistration(), 'subject.certificateValidTo', '') })
  const end = screen.getByLabelText('Certificate valid to')
  await userEvent.type(end, '2030-01-31')
  expect(content().subject.certificateValidTo).toBe('2030-01-31')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Certificate valid to: Long-term' }))
  expect(content().subject.certificateValidTo).toBe('long-term')
  expect(end).toBeDisabled()
  expect(end).toHaveValue('')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Certificate valid to: Long-term' }))
  expect(content().subject.certificateValidTo).toBe('')
  expect(end).toBeEnabled()
})

test('few answers are radios under one legend, many are a list; several are ticked', async () => {
  const content = await draw(['services.s1.preApprovalAnswer', 'subject.nature', 'services.s1.contents'])
  await userEvent.click(within(screen.getByRole('radiogroup', { name: 'Pre-approval needed' })).getByRole('radio', { name: 'Yes, see below' }))
  expect(content().services[0]?.preApprovalAnswer).toBe('some')
  expect(screen.getByRole('combobox', { name: 'Nature' })).toBeInTheDocument()
  const [open] = within(screen.getByRole('group', { name: 'Service content' })).getAllByRole('checkbox', { checked: false })
  await userEvent.click(open!)
  expect(content().services[0]?.contents).toHaveLength(2)
})

test('leaving the first address fills an empty last one, but never changes one that is there', async () => {
  const start = withFieldAt(sampleRegistration(), 'services.s1.accesses.a1.ipRanges', [])
  const content = await draw(['services.s1.accesses.a1.ipRanges'], { start })
  const ranges = () => content().services[0]?.accesses[0]?.ipRanges
  const group = screen.getByRole('group', { name: 'IP addresses' })
  await userEvent.type(within(group).getByLabelText('First IP'), ' １９２.0.2.7 ')
  await userEvent.tab()
  expect(ranges()).toEqual([{ from: '192.0.2.7', to: '192.0.2.7' }])
  await userEvent.clear(within(group).getByLabelText('Last IP'))
  await userEvent.type(within(group).getByLabelText('Last IP'), '192.0.2.9')
  await userEvent.clear(within(group).getByLabelText('First IP'))
  await userEvent.type(within(group).getByLabelText('First IP'), '192.0.2.8')
  await userEvent.tab()
  expect(ranges()).toEqual([{ from: '192.0.2.8', to: '192.0.2.9' }])
})

test('ranges are added and removed, and the focus goes along', async () => {
  const content = await draw(['services.s1.accesses.a1.ipRanges'])
  await userEvent.click(screen.getByRole('button', { name: 'Add IP range' }))
  expect(screen.getByLabelText('First IP 2')).toHaveFocus()
  await userEvent.keyboard('2001:DB8::1')
  await userEvent.tab()
  expect(content().services[0]?.accesses[0]?.ipRanges).toEqual([{ from: '192.0.2.1', to: '192.0.2.1' }, { from: '2001:db8::1', to: '2001:db8::1' }])
  await userEvent.click(screen.getByRole('button', { name: 'Remove 1' }))
  expect(screen.getByLabelText('First IP')).toHaveFocus()
  expect(screen.getByLabelText('First IP')).toHaveValue('2001:db8::1')
  expect(screen.queryByRole('button', { name: /Remove/ })).not.toBeInTheDocument()
})

test('pre-approvals are added and removed, and the focus goes along', async () => {
  const start = withFieldAt(sampleRegistration(), 'services.s1.preApprovalAnswer', 'some')
  const content = await draw(['services.s1.preApprovals'], { start })
  await userEvent.selectOptions(screen.getByLabelText('Item'), 'News')
  await userEvent.type(screen.getByLabelText('Approval number'), 'A-1')
  await userEvent.click(screen.getByRole('button', { name: 'Add item' }))
  expect(screen.getByLabelText('Item 2')).toHaveFocus()
  await userEvent.selectOptions(screen.getByLabelText('Item 2'), 'Publishing')
  await userEvent.click(screen.getByRole('button', { name: 'Remove 1' }))
  expect(screen.getByLabelText('Item')).toHaveFocus()
  expect(content().services[0]?.preApprovals).toEqual([{ item: '2', approvalNumber: '' }])
})

test('what is typed is passed on once per keystroke, also when React draws everything twice', async () => {
  const onChange = jest.fn()
  function Counting() {
    const [content, setContent] = useState(sampleRegistration())
    const rows = fieldsOf(content).filter((row) => row.path === 'subject.remark')
    return <FieldList kind="new-subject" rows={rows} content={content} onChange={(next) => { onChange(); setContent(next) }} findings={[]} isShown={() => false} onLeave={() => {}} />
  }
  render(<StrictMode><InLanguage language="en"><Counting /></InLanguage></StrictMode>)
  await userEvent.type(screen.getByLabelText('Remark'), 'abc')
  expect(onChange).toHaveBeenCalledTimes(3)
  expect(screen.getByLabelText('Remark')).toHaveValue('abc')
})
