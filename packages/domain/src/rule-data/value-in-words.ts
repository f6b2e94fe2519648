import type { Bilingual } from '../bilingual.js'
import { counted, type ParameterValue } from './parameter.js'
import { type ParameterId, parameterOf } from './parameters.js'

const withdrawn: Bilingual = { zh: '撤回', en: 'withdrawn' }
const yes: Bilingual = { zh: '是', en: 'yes' }
const no: Bilingual = { zh: '否', en: 'no' }

/** A parameter's value as people read it; null = what was published is withdrawn. */
export const valueInWords = (id: ParameterId, value: ParameterValue | null): Bilingual => {
  const { shape } = parameterOf(id)
  if (value === null) return withdrawn
  switch (shape.type) {
    case 'number': return counted(Number(value), shape.unit)
    case 'flag': return value === true ? yes : no
    case 'choice': return shape.options.find((one) => one.id === value) ?? { zh: String(value), en: String(value) }
    case 'words': {
      const words = typeof value === 'string' ? [value] : (value as readonly string[])
      return { zh: words.map((word) => `“${word}”`).join('、'), en: words.map((word) => `“${word}”`).join(', ') }
    }
  }
}
