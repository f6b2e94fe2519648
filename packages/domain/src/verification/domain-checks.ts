import type { Bilingual } from '../bilingual.js'
import { type FilingKind, registrationKinds } from '../filing/kind.js'
import type { SheetCheck } from './check.js'

const kinds: readonly FilingKind[] = [...registrationKinds, 'migrate-service']

/** By the choices of `domain-holder`. */
const holders: Readonly<Record<string, Bilingual>> = {
  'unit-or-management': {
    zh: '个人：本人；单位：该单位（含股东）、主要负责人或高级管理人员', en: 'of an individual the person; of a unit the unit, its shareholders, its main person in charge or a senior manager',
  },
  'unit-or-legal-representative': { zh: '个人：本人；单位：该单位或其法定代表人', en: 'of an individual the person; of a unit the unit or its legal representative' },
  'same-name': { zh: '与主办者名称完全相同，法定代表人也不可以', en: 'exactly the owner by name, not even the legal representative' },
}

/** What registrars and the ministry know of a domain. */
export const domainChecks: readonly SheetCheck[] = [
  {
    id: 'V-11', severity: 'block', about: 'domain', kinds, source: 'icp-filing §6 no 5 (HW)',
    title: { zh: '域名在有效期内', en: 'The domain is valid for long enough' },
    figure: 'months-left-on-domains',
    look: (months) => (months === '0'
      ? { zh: '域名查询结果：已注册，未过期。', en: 'The registrar’s record says that it is registered and has not ended.' }
      : { zh: `域名查询结果：已注册，剩余有效期超过 ${months} 个月。`, en: `The registrar’s record says that it is registered, with more than ${months} ${months === '1' ? 'month' : 'months'} left.` }),
    fix: { zh: '请主办者先为域名续费。', en: 'The owner renews the domain first.' },
  },
  {
    id: 'V-12', severity: 'block', about: 'domain', kinds, source: 'icp-filing §6 no 6 (HW, TC)',
    title: { zh: '域名已实名认证并同步到工信部', en: 'The domain is real-named and known to the ministry' },
    figure: 'days-after-real-naming',
    look: (days) => (days === '0'
      ? { zh: '域名实名认证已通过，在工信部系统中可以查到。', en: 'Its holder is verified by real name, and the ministry’s system has the data.' }
      : {
          zh: `域名实名认证已通过，并已满 ${days} 个工作日；在工信部系统中可以查到。`,
          en: `Its holder is verified by real name since ${days} working ${days === '1' ? 'day' : 'days'} or more, and the ministry’s system has the data.`,
        }),
    fix: { zh: '请主办者在域名注册商处完成实名认证，满期限后再核实。', en: 'The owner has the domain real-named by its registrar; verify again once that time has passed.' },
  },
  {
    id: 'V-13', severity: 'block', about: 'domain', kinds, source: 'icp-filing §6 no 7 (N264; HW)',
    title: { zh: '域名持有者与主办者一致', en: 'The domain is held by the owner' },
    figure: 'domain-holder',
    look: (choice) => ({ zh: `域名持有者符合要求——${holders[choice]?.zh ?? ''}。`, en: `Its holder may hold it: ${holders[choice]?.en ?? ''}.` }),
    fix: { zh: '请主办者先办理域名过户，或以域名持有者的名义备案。', en: 'The domain is transferred to the owner first, or whoever holds it files.' },
  },
  {
    id: 'V-14', severity: 'block', about: 'domain', kinds, source: 'icp-filing §6 no 4 (HW, TC)',
    title: { zh: '域名注册商经工信部批准', en: 'The registrar of the domain is approved by the ministry' },
    look: () => ({ zh: '域名的注册管理机构和注册服务机构均在工信部公布的名单内。', en: 'Registry and registrar of the domain stand on the ministry’s list.' }),
    fix: { zh: '请主办者把域名转入经批准的注册商。', en: 'The owner moves the domain to a registrar that is approved.' },
  },
  {
    id: 'V-15', severity: 'block', about: 'domain', kinds: ['new-subject', 'new-service'], source: 'icp-filing §6 no 20 (HW, TC)',
    title: { zh: '备案前域名未开通访问', en: 'The domain does not open before it is filed' },
    look: () => ({ zh: '域名未解析，或解析后不能打开网页。', en: 'The domain does not resolve, or nothing opens under it.' }),
    fix: { zh: '请主办者先关闭解析，取得备案号后再开通。', en: 'The owner takes it off the net until it has its number.' },
    spared: { zh: '该域名已有备案号，是同一主体的另一项服务在使用', en: 'another service of the same subject is on record under this domain and uses it' },
  },
  {
    id: 'V-16', severity: 'block', about: 'domain', kinds: ['new-access', 'change', 'migrate-service'], source: 'icp-filing §6 no 27 (HW, TC)',
    title: { zh: '域名确由本接入商接入', en: 'The domain is really served by this provider' },
    look: () => ({ zh: '域名已解析到本接入商的地址并有访问流量。', en: 'The domain resolves to an address of this provider, and is visited.' }),
    fix: { zh: '未在本接入商接入的，应由实际接入商办理；空置的接入应当取消。', en: 'Whoever really serves it files. An access that nobody uses is cancelled.' },
    spared: { zh: '办理期间暂未解析，例如正在迁入或停机维护', en: 'it does not resolve for now, while it moves in or is down for maintenance' },
  },
]
