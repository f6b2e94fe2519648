import type { AccountRole } from '../account/role.js'
import type { Bilingual } from '../bilingual.js'

/** Who calls an operation: `public` needs no session; the others name the account's role. */
export type Caller = 'public' | AccountRole

/**
 * How a caller stands to what an operation is about. Roles are the guard's business; the relation is judged by the service that opens the object and
 * again by the database's policies. Whoever lacks it is answered as if there were no such object.
 */
export type Relation = 'anyone' | 'link' | 'self' | 'own' | 'asked' | 'named' | 'serves' | 'access' | 'ordered' | 'firm' | 'province' | 'office'

export const relationWords: Readonly<Record<Relation, Bilingual>> = {
  anyone: { zh: '任何人（仅公开信息）', en: 'anyone; only what is public' },
  link: { zh: '持有链接或本次办理凭据的人', en: 'whoever holds the link, or the cookie of this registration or log-on' },
  self: { zh: '账号本人', en: 'the account itself' },
  own: { zh: '本人名下', en: 'what belongs to the account' },
  asked: { zh: '请本人接收的网站', en: 'websites that the account is asked to receive' },
  named: { zh: '已提交且列有本单位', en: 'finished filings that name its provider' },
  serves: { zh: '在本单位有有效接入的主办者', en: 'owners with a service in force at its provider' },
  access: { zh: '本单位有效的接入', en: 'accesses of its provider that are in force' },
  ordered: { zh: '管局要求本单位停止接入的服务', en: 'what its provider is ordered to cut' },
  firm: { zh: '本单位的人员', en: 'the people of its provider' },
  province: { zh: '已提交且主体属于本省', en: 'finished filings, and certificates, of its province' },
  office: { zh: '本岗位所管事项', en: 'what its office keeps' },
}

/** Whose accounts these are, for a sentence such as "Only … can use this page". */
export const accountWords: Readonly<Record<AccountRole, Bilingual>> = {
  owner: { zh: '网站主办者', en: 'website owners' },
  provider: { zh: '接入服务提供者的人员', en: 'staff of an access provider' },
  reviewer: { zh: '通信管理局的审核人员', en: 'reviewers of an administration' },
  operator: { zh: '系统管理员', en: 'the operator' },
  'security-administrator': { zh: '安全管理员', en: 'the security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'the audit administrator' },
}
