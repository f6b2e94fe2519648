import { expect, test } from '@jest/globals'
import { safeReturn } from './return-path.js'

test('a path of this portal is kept with its query', () => {
  expect(safeReturn('/filing/entry?step=2#top')).toBe('/filing/entry?step=2#top')
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/log-on', '/log-on/code', '', 7, undefined, '/\t/evil.example'])(
  'a return to %p is refused', (path) => expect(safeReturn(path)).toBeUndefined(),
)
