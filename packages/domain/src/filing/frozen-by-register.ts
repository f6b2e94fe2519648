/**
 * What stays as the register has it in every filing about a record in force (icp-filing.md §3, change limits; code 1046; N633): who the subject is and where it
 * is filed, and what a service is and under which domain. Asked by corrections, by the rules and at approval.
 */
export const frozenOfSubject = ['certificateType', 'certificateNumber', 'province'] as const
export const frozenOfService = ['domain', 'type'] as const

/** Whether a field path names one of them. */
export const isFrozenByRegister = (path: string): boolean => {
  const [part, ...keys] = path.split('.')
  const fields: readonly string[] = part === 'subject' ? frozenOfSubject.map(String) : frozenOfService.map((field) => `${keys[0]}.${field}`)
  return (part === 'subject' || part === 'services') && fields.includes(keys.join('.'))
}
