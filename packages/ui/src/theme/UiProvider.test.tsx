import { expect, test } from '@jest/globals'
import { render } from '@testing-library/react'
import { UiProvider } from './UiProvider.js'

test('styles carry the nonce of the page', () => {
  document.head.insertAdjacentHTML('beforeend', '<meta name="csp-nonce" content="n0nce">')
  render(<UiProvider language="zh-CN"><p>页面</p></UiProvider>)
  expect([...document.querySelectorAll('style[data-emotion^="icp"]')].every((style) => (style as HTMLStyleElement).nonce === 'n0nce')).toBe(true)
})
