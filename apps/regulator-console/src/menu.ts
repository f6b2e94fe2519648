import type { MenuNode } from '@icp/app-shell'
import { paths } from './paths.js'

export const menu: readonly MenuNode[] = [
  { id: 'dashboard', label: { zh: '概览', en: 'Dashboard' }, href: paths.home, allowed: 'getFigures' },
  { id: 'queue', label: { zh: '审核队列', en: 'Province queue' }, href: paths.queue, allowed: 'approveFiling' },
  { id: 'filings', label: { zh: '全部备案', en: 'All filings' }, href: paths.filings, allowed: 'listFilings' },
  { id: 'certificates', label: { zh: '已发电子证书', en: 'Issued certificates' }, href: paths.certificates, allowed: 'listCertificates' },
  { id: 'hollow', label: { zh: '空壳清理', en: 'Hollow records' }, href: paths.hollow, allowed: 'clearHollow' },
  { id: 'forced', label: { zh: '强制注销', en: 'Cancelled by force' }, href: paths.forced, allowed: 'cancelByForce' },
  { id: 'mediations', label: { zh: '冲突协调', en: 'Conflicts to settle' }, href: paths.mediations, allowed: 'listMediations' },
  {
    id: 'notices', label: { zh: '消息', en: 'Messages' }, href: paths.notices, allowed: 'listNotices',
    count: (me) => ({ value: me.unreadNotices, label: { zh: '未读', en: 'unread' } }),
  },
  { id: 'switches', label: { zh: '系统开关', en: 'Switches' }, href: paths.switches, allowed: 'getSwitches' },
  { id: 'messages', label: { zh: '短信与邮件', en: 'Message outbox' }, href: paths.messages, allowed: 'listMessages' },
  { id: 'providers', label: { zh: '接入服务提供者', en: 'Access providers' }, href: paths.providers, allowed: 'listKeptProviders' },
  { id: 'administrations', label: { zh: '各地管局', en: 'Administrations' }, href: paths.administrations, allowed: 'listAdministrations' },
  { id: 'ruleData', label: { zh: '规则数据', en: 'Rule data' }, href: paths.ruleData, allowed: 'listRuleChanges' },
  { id: 'codeTables', label: { zh: '代码表', en: 'Code tables' }, href: paths.codeTables, allowed: 'listRuleChanges' },
  { id: 'workingDays', label: { zh: '工作日安排', en: 'Working days' }, href: paths.workingDays, allowed: 'listRuleChanges' },
  { id: 'blacklist', label: { zh: '备案黑名单', en: 'Blacklist' }, href: paths.blacklist, allowed: 'listBlacklist' },
  { id: 'accounts', label: { zh: '账号', en: 'Accounts' }, href: paths.accounts, allowed: 'listAccounts' },
  { id: 'invitations', label: { zh: '邀请', en: 'Invitations' }, href: paths.invitations, allowed: 'listInvitations' },
  { id: 'requests', label: { zh: '待复核', en: 'Second person' }, href: paths.requests, allowed: 'listAccountRequests' },
  { id: 'proof', label: { zh: '完整性验证', en: 'Integrity' }, href: paths.proof, allowed: 'getVerification' },
  { id: 'auditEntries', label: { zh: '审计查询', en: 'Audit search' }, href: paths.auditEntries, allowed: 'searchAuditEntries' },
  { id: 'breachScope', label: { zh: '泄露范围', en: 'Breach scope' }, href: paths.breachScope, allowed: 'getBreachScope' },
]
