import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'
import { findProvince } from '../code-tables/provinces.js'
import type { Finding } from '../finding.js'
import type { ChosenPassword, PasswordProfile } from './password-rules.js'
import { registrationFindings } from './registration-rules.js'
import { AccountRole, isAdministrator } from './role.js'

/** Whoever is no owner: comes by invitation only, and logs on with an authenticator. */
export const StaffRole = AccountRole.exclude(['owner'])
export type StaffRole = z.infer<typeof StaffRole>

/** What somebody is and where: a provider's staff in its firm, a reviewer in the administration of a province, an administrator in neither. */
export const Post = z.object({ role: StaffRole, providerId: z.uuid().nullable(), province: z.string().max(6).nullable() })
export type Post = z.infer<typeof Post>

export interface StaffPerson {
  readonly name: string
  readonly mobile: string
  readonly email: string
}

const source = 'GB/T 22239-2019 8.1.4.2'

const postFinding = (rule: string, path: string, text: Bilingual, fix: Bilingual): Finding => ({ rule, path, severity: 'block', text, fix, source })

const firmMissing = (): Finding => postFinding('R-15', 'providerId',
  { zh: '接入商人员必须属于一家接入服务提供者。', en: 'Staff of a provider belong to one access provider.' },
  { zh: '请查询并选择其所在的接入服务提供者。', en: 'Look up the access provider that they work for and choose it.' })

const provinceMissing = (): Finding => postFinding('R-16', 'province',
  { zh: '审核人员必须属于一个省、自治区、直辖市的通信管理局。', en: 'A reviewer belongs to the administration of one province.' },
  { zh: '请选择其所在的通信管理局。', en: 'Choose the administration that they work for.' })

const organisationTooMany = (path: 'providerId' | 'province'): Finding => postFinding('R-17', path,
  { zh: '该角色不属于此类单位。', en: 'This role does not belong to such an organisation.' },
  { zh: '请清除所选单位，或者更换角色。', en: 'Leave the organisation out, or choose another role.' })

/** A role and its organisation fit each other. Whether the provider exists, its list says. */
export const postFindings = ({ role, providerId, province }: Post): Finding[] => [
  ...(role === 'provider' && !providerId ? [firmMissing()] : []),
  ...(role === 'reviewer' && !(province && findProvince(province)) ? [provinceMissing()] : []),
  ...(role !== 'provider' && providerId ? [organisationTooMany('providerId')] : []),
  ...(role !== 'reviewer' && province ? [organisationTooMany('province')] : []),
]

const someone = { userName: 'somebody', password: 'correct horse battery', name: '某人', certificateType: '', certificateNumber: '', mobile: '13800000000', email: 'a@b.cn' }
const at = (fields: readonly string[], given: Partial<typeof someone>, profile?: PasswordProfile): Finding[] =>
  registrationFindings({ ...someone, ...given }, profile).filter(({ path }) => fields.includes(path))

/** The same rules as for an owner who registers, for what an invitation asks of a person. */
export const personFindings = (person: StaffPerson): Finding[] => at(['name', 'mobile', 'email'], person)

/** The user name and password that an invited person chooses. */
export const credentialFindings = (chosen: ChosenPassword, profile?: PasswordProfile): Finding[] => at(['userName', 'password'], chosen, profile)

/** Nobody is two administrators, and no administrator is staff besides: one person, one role, told by mobile and mail. */
export const personHasAnotherRole = (path: 'mobile' | 'email'): Finding => postFinding('R-18', path,
  { zh: '该联系方式已属于另一个在用的工作人员账号；一人只能有一个角色。', en: 'A working staff account has this already; one person has one role.' },
  { zh: '请先变更或停用原账号，或者邀请另一个人。', en: 'Change or disable that account first, or invite somebody else.' })

/** What may not be done by one person alone (ADM1): anything that makes an administrator, and every change of a role. */
export type TwoPersonAct = 'invite' | 'change-role' | 'reset-authenticator' | 'enable'
export const needsSecondPerson = (act: TwoPersonAct, role: AccountRole): boolean => act === 'change-role' || isAdministrator(role)
