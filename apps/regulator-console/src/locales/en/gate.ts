import type { gate as original } from '../zh-CN/gate.js'

export const gate: typeof original = {
  title: 'Your account cannot use this page',
  reviewer: 'Only reviewers of an administration can use this page.',
  operator: 'Only the operator can use this page.',
  'security-administrator': 'Only the security administrator can use this page.',
  'audit-administrator': 'Only the audit administrator can use this page.',
  home: 'Go to your first page',
}
