import type { CodeRow } from './code-row.js'

/**
 * Access modes (接入方式), icp-filing.md §2.9. As with service contents only the console's powers of two were seen; ids are exponent + 1 and
 * stay unconfirmed.
 */
export const accessModes: readonly CodeRow[] = [
  { id: '5', zh: '云接入', en: 'Cloud', confirmed: false },
  { id: '3', zh: '虚拟主机', en: 'Virtual host', confirmed: false },
  { id: '2', zh: '主机托管', en: 'Server hosting', confirmed: false },
  { id: '1', zh: '专线', en: 'Dedicated line', confirmed: false },
  { id: '4', zh: '其他方式', en: 'Other', confirmed: false },
]
