import { roleWords } from '@icp/domain'
import { useSay } from '@icp/ui'
import { audit } from '../locales/zh-CN/audit.js'
import { useConsoleText } from '../text.js'

const isKeyOf = <Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> => Object.hasOwn(words, key)

/** What an action is called; one that has no words of its own is shown by its code alone. */
export function useActionName(): (action: string) => string {
  const t = useConsoleText()
  return (action) => {
    const verb = action.replaceAll(/[.-]/g, '_')
    return isKeyOf(audit.verbs, verb) ? t(`audit.verbs.${verb}`) : action
  }
}

export function useRoleName(): (role: string) => string {
  const t = useConsoleText()
  const say = useSay()
  return (role) => (isKeyOf(roleWords, role) ? say(roleWords[role]) : isKeyOf(audit.roles, role) ? t(`audit.roles.${role}`) : role)
}
