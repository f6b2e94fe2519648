/**
 * Ink, vermilion and paper: the colours of a stamped document. Vermilion is the seal: the product mark, the current place, the required mark,
 * never a surface and never an error. Every pair that carries text is at least 4.5:1, every border of a control at least 3:1 on its ground.
 */
export const ink = { deep: '#0F1D33', main: '#1C3557', soft: '#3B5578', wash: '#E7ECF3' } as const
export const vermilion = { main: '#B23A1E', dark: '#8E2B14', wash: '#FBEBE5' } as const
export const paper = { ground: '#F6F3EC', sheet: '#FFFDF9', shade: '#EFEAE0', line: '#DCD5C7' } as const
export const grey = { text: '#1B2432', soft: '#4A5566', control: '#737D8C', idle: '#E4E2DC' } as const
export const focus = '#0B5FD0' as const

/** Word colour and wash of each tone; the same five tones are used by marks, banners and meters. */
export const tones = {
  neutral: { word: '#3F4A5A', wash: '#ECEAE4', line: '#8A8F99' },
  progress: { word: '#1D4C82', wash: '#E4EDF7', line: '#4F7FB5' },
  good: { word: '#1B5E3C', wash: '#E3F1E8', line: '#3F8A63' },
  warn: { word: '#7A4B00', wash: '#FBF0D9', line: '#B07A1E' },
  bad: { word: '#9E1B2C', wash: '#FBE6E8', line: '#C24A58' },
} as const

export type Tone = keyof typeof tones
