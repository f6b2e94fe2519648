import { typesWithField } from '../filing/service-type.js'
import { normaliseTyped } from './normalise-typed.js'
import { required } from './faults.js'
import { faultyLabel, filedDomain, hasApprovedSuffix, isFiledByHost, type LabelFault } from './registrable-domain.js'
import { fault, type Rule } from './rule.js'
import type { ServiceScope } from './scopes.js'

const labelTexts: Readonly<Record<LabelFault, (label: string) => { zh: string; en: string }>> = {
  empty: () => ({ zh: '域名中有多余的点。', en: 'The domain has a dot too many.' }),
  'too-long': () => ({ zh: '域名中有一段超过 63 个字符。', en: 'A part of the domain is longer than 63 characters.' }),
  underscore: (label) => ({ zh: `域名中的“${label}”含有下划线；域名不允许下划线。`, en: `“${label}” holds an underscore; no domain may.` }),
  sign: (label) => ({ zh: `域名中的“${label}”含有不允许的字符。`, en: `“${label}” holds a sign that no domain may have.` }),
  hyphen: (label) => ({ zh: `域名中的“${label}”连字符位置不对。`, en: `“${label}” has a hyphen in the wrong place.` }),
}

const approvedNow = ({ data }: ServiceScope) => (suffix: string): boolean => data.code('topLevelDomains', suffix) !== undefined

const isBare = (host: string): boolean => !/[\s/\\?#@:*]/.test(host)

/** An A-label host whose labels are all sound, with at least two of them and 4–128 characters (XSD). */
const soundDomain = ({ domain }: ServiceScope): string =>
  domain.ascii !== '' && isBare(domain.host) && domain.ascii.includes('.') && domain.ascii.length >= 4 && domain.ascii.length <= 128
  && faultyLabel(domain.ascii) === null ? domain.ascii : ''

/** Domain and home page of a service, icp-filing.md §2.2 and §6 nos 1–8. */
export const serviceDomainRules: readonly Rule<ServiceScope>[] = [
  {
    id: 'W-10', severity: 'block', source: 'icp-filing §2.2', title: { zh: '域名', en: 'Domain' }, types: ['website', 'app'],
    check: (scope) => required(scope.service.domain, `${scope.path}.domain`, '域名', 'domain'),
  },
  {
    id: 'W-11', severity: 'block', source: 'icp-filing §2.2 (SPEC3 1004)', title: { zh: '只填写域名', en: 'The domain alone is given' },
    check: ({ domain, path }) => domain.host === '' || isBare(domain.host) ? undefined : fault(`${path}.domain`,
      { zh: '这里只填写一个域名，不要带 http://、端口、路径或通配符。', en: 'Only one domain goes here: no http://, port, path or wildcard.' },
      { zh: '例如 example.com。', en: 'For example example.com.' }),
  },
  {
    id: 'W-12', severity: 'block', source: 'icp-filing §2.2 (SPEC3 1004; RFC 1035)', title: { zh: '域名格式', en: 'Shape of the domain' },
    check: ({ domain, path }) => {
      if (domain.host === '' || !isBare(domain.host)) return undefined
      const fix = { zh: '请与域名证书核对，例如 example.com。', en: 'Compare it with the certificate of the domain; for example example.com.' }
      if (domain.ascii === '') return fault(`${path}.domain`, { zh: '这不是有效的域名。', en: 'This is not a domain.' }, fix)
      const faulty = faultyLabel(domain.ascii)
      if (faulty) return fault(`${path}.domain`, labelTexts[faulty.fault](faulty.label), fix)
      if (!domain.ascii.includes('.')) return fault(`${path}.domain`, { zh: '域名缺少后缀。', en: 'The domain lacks its top-level part.' }, fix)
      return domain.ascii.length >= 4 && domain.ascii.length <= 128 ? undefined
        : fault(`${path}.domain`, { zh: '域名长度应为 4–128 个字符。', en: 'A domain has 4–128 characters.' }, fix)
    },
  },
  {
    id: 'W-13', severity: 'block', source: 'icp-filing §6 no 4 (HW, TC)', title: { zh: '域名后缀已获批准', en: 'The top-level domain is approved' },
    check: (scope) => {
      const ascii = soundDomain(scope)
      if (ascii === '' || hasApprovedSuffix(ascii, approvedNow(scope))) return undefined
      const top = scope.domain.host.split('.').at(-1) ?? ''
      return fault(`${scope.path}.domain`,
        {
          zh: `后缀“.${top}”不在工信部批准的顶级域名名单内，不能备案。`,
          en: `“.${top}” is not among the top-level domains approved by the ministry and cannot be filed.`,
        },
        {
          zh: '请使用 .cn、.com 等已批准的后缀；名单见 domain.miit.gov.cn。',
          en: 'Use an approved one such as .cn or .com; the list is at domain.miit.gov.cn.',
        },
        scope.data.decidedCode('topLevelDomains', ascii.slice(ascii.lastIndexOf('.') + 1)))
    },
  },
  {
    id: 'W-14', severity: 'block', source: 'icp-filing §6 nos 3, 30 (SPEC3 glossary; HW)', title: { zh: '独立域名', en: 'The registrable domain' },
    check: (scope) => {
      const ascii = soundDomain(scope)
      if (ascii === '' || !hasApprovedSuffix(ascii, approvedNow(scope))) return undefined
      const registrable = filedDomain(ascii, approvedNow(scope))
      if (registrable === ascii) return undefined
      // An app may be filed down to the level that it uses (icp-filing.md §2.12).
      if (registrable !== null && scope.service.type !== 'website') return undefined
      if (registrable === null) return fault(`${scope.path}.domain`,
        { zh: `“${scope.domain.host}”是公共后缀，不是您注册的域名。`, en: `“${scope.domain.host}” is a public suffix, not a domain that you registered.` },
        { zh: '请填写完整的域名，例如 example.com.cn。', en: 'Give the whole domain, for example example.com.cn.' })
      const own = scope.domain.host.split('.').slice(-registrable.split('.').length).join('.')
      return fault(`${scope.path}.domain`,
        {
          zh: `“${scope.domain.host}”是子域名；备案的是独立域名。`,
          en: `“${scope.domain.host}” is a sub-domain; the registrable domain is what is filed.`,
        },
        isFiledByHost(own) ? { zh: `请填写 ${own}。`, en: `Enter ${own}.` } : {
          zh: `请填写 ${own}。子域名随独立域名备案；接入其他接入商的，请为 ${own} 办理“新增接入”。`,
          en: `Enter ${own}. A sub-domain is covered by it; if another provider serves the sub-domain, file a new access of ${own}.`,
        })
    },
  },
  {
    id: 'W-16', severity: 'reviewer', source: 'icp-filing §6 no 8 (HW)', title: {
      zh: '政府域名与单位性质',
      en: 'Government domains and the nature',
    },
    check: (scope) => {
      const ascii = soundDomain(scope)
      if (ascii === '' || scope.subject.nature === '') return undefined
      const isGovernment = /\.gov\.cn$|\.xn--zfr164b$/.test(ascii)
      const fix = { zh: '请核对域名和单位性质。', en: 'Check the domain and the nature.' }
      if (isGovernment && scope.subject.nature !== '2') {
        return fault(`${scope.path}.domain`, {
          zh: '.gov.cn 和 .政务 域名仅供政府机关使用。',
          en: 'Domains under .gov.cn and .政务 are for government organs.',
        }, fix)
      }
      if (!isGovernment && scope.subject.nature === '2') {
        return fault(`${scope.path}.domain`, {
          zh: '政府机关网站应使用 .gov.cn 或 .政务 域名。',
          en: 'Sites of government organs use .gov.cn or .政务.',
        }, fix)
      }
      if (scope.subject.nature === '3' && !/\.cn$|\.xn--55qw42g$/.test(ascii)) {
        return fault(`${scope.path}.domain`, { zh: '事业单位网站应使用 .cn 或 .公益 域名。', en: 'Sites of public institutions use .cn or .公益.' }, fix)
      }
      return undefined
    },
  },
  {
    id: 'W-17', severity: 'block', source: 'icp-filing §2.2', title: { zh: '首页网址', en: 'Home page' }, types: typesWithField('homePage'),
    check: ({ service, path }) => required(service.homePage, `${path}.homePage`, '首页网址', 'home page'),
  },
  {
    id: 'W-18', severity: 'block', source: 'icp-filing §2.2 (SPEC3 1022)', title: { zh: '首页网址格式', en: 'Shape of the home page' }, types: typesWithField('homePage'),
    check: ({ service, path, homeHost }) => {
      const typed = normaliseTyped(service.homePage)
      if (typed === '') return undefined
      const bare = typed.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
      if (bare !== typed) return fault(`${path}.homePage`,
        { zh: '首页网址不要带 http:// 或 https://。', en: 'The home page is written without http:// or https://.' },
        { zh: `请填写 ${bare}。`, en: `Enter ${bare}.` })
      const sound = homeHost.ascii.includes('.') && isBare(homeHost.host) && faultyLabel(homeHost.ascii) === null
        && typed.length <= 512 && !/[\s\\"<>]/.test(typed)
      return sound ? undefined : fault(`${path}.homePage`,
        { zh: '首页网址格式不正确。', en: 'The home page is not well formed.' },
        { zh: '例如 www.example.com，不带端口。', en: 'For example www.example.com, without a port.' })
    },
  },
  {
    id: 'W-19', severity: 'block', source: 'icp-filing §2.2 (SPEC3 1041)', title: {
      zh: '首页网址在本域名下',
      en: 'The home page is inside the domain',
    },
    types: typesWithField('homePage'),
    check: (scope) => {
      const ascii = soundDomain(scope)
      const home = scope.homeHost.ascii
      if (ascii === '' || home === '' || /^[a-z]+:$/.test(home) || home === ascii || home.endsWith(`.${ascii}`)) return undefined
      return fault(`${scope.path}.homePage`,
        { zh: `首页网址不在域名 ${scope.domain.host} 之下。`, en: `The home page is not inside the domain ${scope.domain.host}.` },
        { zh: `例如 www.${scope.domain.host}。`, en: `For example www.${scope.domain.host}.` })
    },
  },
]
