import { counted, type ParameterId, parameterOf, type ParameterValue, provinceName } from '@icp/domain'
import { useFormat, useSay } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** A parameter's value in the words of the page. */
export function useValueText(): (id: ParameterId, value: ParameterValue | null) => string {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  return (id, value) => {
    const { shape } = parameterOf(id)
    if (value === null) return t('ruleData.withdrawn')
    switch (shape.type) {
      case 'number': return say(counted(Number(value), shape.unit))
      case 'flag': return t(value === true ? 'ruleData.yes' : 'ruleData.no')
      case 'choice': {
        const option = shape.options.find((one) => one.id === value)
        return option ? say(option) : String(value)
      }
      case 'words': return format.list(value as readonly string[])
    }
  }
}

/** Where a value applies: a province, or the whole country. */
export function usePlaceText(): (province: string) => string {
  const t = useConsoleText()
  const say = useSay()
  return (province) => (province === '' ? t('ruleData.country') : say(provinceName(province)))
}
