import { expect, test } from '@jest/globals'
import { content } from './filing.fixture.js'
import { mayRedraft, redraft } from './redraft.js'
import { formatReference } from './reference.js'
import { FilingStatus } from './status.js'

test('a new draft takes over the whole content of what was refused or withdrawn, and of nothing else', () => {
  expect(redraft(content)).toEqual(content)
  expect(FilingStatus.options.filter(mayRedraft)).toEqual(['refused', 'withdrawn'])
})

test('a submission number carries the day and the count of that day', () => {
  expect(formatReference('2026-11-23', 123)).toBe('BA20261123-000123')
})
