import type { Saying } from '../rules/rule.js'

/**
 * Whether a subject may leave its province (icp-filing.md §3, change limits). Followed is what names a way to the end. The other says neither in which provinces, nor which of two
 * administrations decides, nor what becomes of a number whose first character is the province and whose year never moves (§5).
 */
export const changeOfProvince: readonly Saying[] = [
  { says: { zh: '跨省须注销后重新备案', en: 'another province means cancelling and filing anew' }, source: 'icp-filing §3 (SPEC3 1046)', confirmed: true },
  { says: { zh: '同一主体在部分情况下可以跨省变更，因省而异', en: 'in some cases the same subject may change its province, which differs from province to province' }, source: 'icp-filing §3 (HW)', confirmed: false },
]
