/** Fields that a change at the path may empty (see after-change): a correction that names the path has to name them as well. */
export const followers = (path: string): string[] => {
  if (path === 'subject.province') return ['subject.city', 'subject.county']
  if (path === 'subject.city') return ['subject.county']
  if (path === 'subject.nature') return ['subject.certificateType']
  return []
}
