import { expect, test } from '@jest/globals'
import { render, screen, within } from '@testing-library/react'
import { CardList } from './CardList.js'
import { DataRows } from './DataRows.js'
import { DaysMeter } from './DaysMeter.js'
import { DefinitionRows } from './DefinitionRows.js'
import { DiffRows } from './DiffRows.js'
import { Timeline } from './Timeline.js'

test('names and values stand together, and nothing is said to be nothing', () => {
  render(<DefinitionRows emptyText="Not provided" rows={[{ label: 'Name', value: '北京示例' }, { label: 'Note', value: '' }]} />)
  expect(screen.getAllByRole('term').map((each) => each.textContent)).toEqual(['Name', 'Note'])
  expect(screen.getAllByRole('definition').map((each) => each.textContent)).toEqual(['北京示例', 'Not provided'])
})

test('a table has a caption, column headers and a row header', () => {
  render(
    <DataRows
      caption="Websites" rows={[{ id: '1', name: 'A', count: 2 }]} rowKey={(row) => row.id} isCurrent={() => true}
      columns={[{ id: 'name', heading: 'Name', main: true, cell: (row) => row.name }, { id: 'count', heading: 'Accesses', numeric: true, cell: (row) => row.count }]}
    />,
  )
  const table = screen.getByRole('table', { name: 'Websites' })
  expect(within(table).getByRole('columnheader', { name: 'Accesses' })).toBeInTheDocument()
  const row = within(table).getByRole('rowheader', { name: 'A' }).closest('tr')
  expect(row).toHaveAttribute('aria-current', 'true')
  expect(within(table).getByRole('cell', { name: '2' })).toHaveAttribute('data-heading', 'Accesses')
})

test('a change shows the value before and after', () => {
  render(<DiffRows caption="Changes" emptyText="empty" headings={{ label: 'Field', before: 'Before', after: 'After' }} rows={[{ label: 'Phone', before: '', after: '010' }]} />)
  expect(screen.getByRole('row', { name: 'Phone empty 010' })).toBeInTheDocument()
})

test('a timeline marks the current step and says every state in words', () => {
  render(<Timeline label="Progress" items={[
    { id: '1', title: 'Handed in', state: 'done', stateText: 'done', when: '23 Nov' },
    { id: '2', title: 'Review', state: 'current', stateText: 'now' },
    { id: '3', title: 'Number', state: 'future', stateText: 'to come' },
  ]} />)
  const steps = within(screen.getByRole('list', { name: 'Progress' })).getAllByRole('listitem')
  expect(steps.map((step) => step.textContent)).toEqual(['Handed in (done)23 Nov', 'Review (now)', 'Number (to come)'])
  expect(steps[1]).toHaveAttribute('aria-current', 'step')
})

test('the days meter reads as words, also when the days are over', () => {
  render(<DaysMeter total={20} used={23} tone="bad" label="Review" valueText="3 days over" dueText="Was due 20 Nov 2026" />)
  const meter = screen.getByRole('meter', { name: 'Review' })
  expect(meter).toHaveAttribute('aria-valuetext', '3 days over. Was due 20 Nov 2026')
  expect(meter).toHaveAttribute('aria-valuenow', '20')
  expect(meter.children).toHaveLength(20)
})

test('cards are a named list', () => {
  render(<CardList label="Filings" items={['a', 'b']} itemKey={(item) => item}>{(item) => item}</CardList>)
  expect(within(screen.getByRole('list', { name: 'Filings' })).getAllByRole('listitem')).toHaveLength(2)
})
