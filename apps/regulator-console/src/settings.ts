import type { AppSettings } from '@icp/app-shell'
import { en } from './locales/en.js'
import { zhCN } from './locales/zh-CN.js'
import { menu } from './menu.js'
import { paths } from './paths.js'
import { routes } from './routes.js'

export const settings: AppSettings = {
  portal: 'administration',
  title: { zh: 'ICP备案管理系统 · 管局工作台', en: 'ICP Filing · Regulator console' },
  resources: { 'zh-CN': zhCN, en },
  routes,
  menu,
  home: paths.home,
  accountLinks: [{ label: { zh: '我的账号', en: 'My account' }, href: paths.own }],
  footerLinks: [{ label: { zh: '备案规则', en: 'Filing rules' }, href: paths.rules }],
  wide: true,
}
