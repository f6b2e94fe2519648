import type { AppSettings } from '@icp/app-shell'
import { AcceptAgain } from './account/AcceptAgain.js'
import { en } from './locales/en.js'
import { zhCN } from './locales/zh-CN.js'
import { menu } from './menu.js'
import { paths } from './paths.js'
import { routes } from './routes.js'

/** What the owner portal says about itself. */
export const settings: AppSettings = {
  portal: 'owner',
  title: { zh: 'ICP备案管理系统', en: 'ICP Filing System' },
  resources: { 'zh-CN': zhCN, en },
  routes,
  menu,
  home: paths.filings,
  registerPath: paths.terms,
  accountLinks: [
    { label: { zh: '我的备案', en: 'My filings' }, href: paths.filings },
    { label: { zh: '我的账号', en: 'My account' }, href: paths.account },
    { label: { zh: '我的数据', en: 'My data' }, href: paths.ownData },
    { label: { zh: '消息', en: 'Messages' }, href: paths.notices },
  ],
  footerLinks: [
    { label: { zh: '公共查询', en: 'Public look-up' }, href: paths.lookUp },
    { label: { zh: '核验电子证书', en: 'Verify a certificate' }, href: paths.verify },
    { label: { zh: '备案规则', en: 'Filing rules' }, href: paths.rules },
    { label: { zh: '核对回执', en: 'Check a receipt' }, href: paths.receipt },
  ],
  gate: (me) => (me.toAccept.length > 0 ? <AcceptAgain me={me} /> : null),
}
