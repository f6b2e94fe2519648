import { expect, test } from '@jest/globals'
import { focus, grey, ink, paper, tones, vermilion } from './palette.js'

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const light = (hex: string) => {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
/** WCAG contrast of two #rrggbb colours, 1 to 21. */
const contrast = (one: string, other: string) => {
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}
const grounds = [paper.ground, paper.sheet, paper.shade, '#FFFFFF', ink.wash]

test.each(grounds)('text is readable on %s', (ground) => {
  for (const word of [grey.text, grey.soft, vermilion.main, ink.main, tones.progress.word, tones.bad.word]) {
    expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5)
  }
})

test.each(Object.entries(tones))('the words of the tone %s are readable on its wash and under white', (_, tone) => {
  expect(contrast(tone.word, tone.wash)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(tone.word, '#FFFFFF')).toBeGreaterThanOrEqual(4.5)
})

test('borders of controls and the focus ring stand out from every ground', () => {
  for (const ground of grounds) for (const line of [grey.control, focus]) expect(contrast(line, ground)).toBeGreaterThanOrEqual(3)
  expect(contrast('#FFFFFF', ink.deep)).toBeGreaterThanOrEqual(4.5)
})
