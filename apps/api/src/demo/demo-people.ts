import { randomInt } from 'node:crypto'
import type { AccountRole, AdministratorRole, Category } from '@icp/domain'
import { demoProvider } from './demo-providers.js'
import { residentIdOf } from './synthetic-numbers.js'

interface Described {
  readonly userName: string
  readonly name: string
  readonly who: { readonly zh: string; readonly en: string }
}

export interface DemoOwner extends Described {
  readonly certificateNumber: string
  readonly mobile: string
  readonly email: string
}

export interface DemoStaff extends Described {
  readonly role: Exclude<AccountRole, 'owner'>
  readonly mobile: string
  readonly email: string
  readonly providerId?: string
  readonly province?: string
}

/** One line of `demo-log-ins.json`. */
export interface DemoLogIn {
  readonly portal: Category
  readonly category: Category
  readonly userName: string
  readonly password: string
  readonly who: { readonly zh: string; readonly en: string }
  readonly role: 'owner' | DemoStaff['role']
  readonly providerName?: string
  /** Six digits. */
  readonly province?: string
}

const mobile = (n: number): string => `1380013${String(n).padStart(4, '0')}`

const owner = (n: number, userName: string, name: string, zh: string, en: string): DemoOwner => ({
  userName, name, who: { zh: `主办者 ${name}：${zh}`, en: `Owner ${name}: ${en}` }, mobile: mobile(8000 + n), email: `${userName}@example.com`,
  certificateNumber: residentIdOf('110101', '18920305', 2 * n),
})

/** They register as everyone does. The first has nothing filed yet. */
export const demoOwners: readonly DemoOwner[] = [
  owner(1, 'chen-wenjing', '陈文静', '尚未备案', 'nothing filed yet'),
  owner(2, 'lin-zhiyuan', '林志远', '北京主体，两个网站已备案', 'subject in Beijing with two websites on record'),
  owner(3, 'zhou-mingyue', '周明月', '浙江主体，一个网站已备案', 'subject in Zhejiang with one website on record'),
  owner(4, 'wu-guohua', '吴国华', '广东主体，管局审核中', 'subject in Guangdong, in review'),
  owner(5, 'xu-siqi', '徐思琪', '个人网站，待接入商核实', 'personal website, waiting for its provider'),
  owner(6, 'he-jianguo', '何建国', '浙江社会团体，被退回', 'association in Zhejiang, returned'),
]

const provider = (n: number, userName: string, name: string, part: string): DemoStaff => {
  const { id, name: firm, nameEn } = demoProvider(part)
  return {
    role: 'provider', userName, name, providerId: id, who: { zh: `${firm} ${name}`, en: `${name} of ${nameEn}` }, mobile: mobile(8100 + n),
    email: `${userName}@example.net`,
  }
}

const reviewer = (n: number, userName: string, name: string, province: string, zh: string, en: string): DemoStaff => ({
  role: 'reviewer', userName, name, province, who: { zh: `${zh}通信管理局 ${name}`, en: `${name} of the ${en} Communications Administration` },
  mobile: mobile(8200 + n), email: `${userName}@example.org`,
})

const administrator = (n: number, role: AdministratorRole, userName: string, name: string, zh: string, en: string): DemoStaff =>
  ({ role, userName, name, who: { zh: `${zh} ${name}`, en: `${en} ${name}` }, mobile: mobile(8300 + n), email: `${userName}@example.org` })

export const demoStaff: readonly DemoStaff[] = [
  provider(1, 'yunshan-gao', '高翔', '云杉'),
  provider(2, 'alishan-luo', '罗敏', '阿里山'),
  provider(3, 'zhujiang-tang', '唐磊', '珠江'),
  reviewer(1, 'beijing-feng', '冯岚', '110000', '北京市', 'Beijing'),
  reviewer(2, 'zhejiang-shen', '沈悦', '330000', '浙江省', 'Zhejiang'),
  reviewer(3, 'guangdong-liang', '梁辉', '440000', '广东省', 'Guangdong'),
  administrator(1, 'operator', 'operator-sun', '孙宁', '系统管理员', 'Operator (system administrator)'),
  administrator(2, 'security-administrator', 'security-qin', '秦岚', '安全管理员', 'Security administrator'),
  administrator(3, 'audit-administrator', 'audit-bai', '白朗', '审计管理员', 'Audit administrator'),
]

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen letters and digits that are not mistaken for one another: 79 random bits. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')
