import type { AppSettings } from '@icp/app-shell'
import { en } from './locales/en.js'
import { zhCN } from './locales/zh-CN.js'
import { menu } from './menu.js'
import { paths } from './paths.js'
import { routes } from './routes.js'

export const settings: AppSettings = {
  portal: 'provider',
  title: { zh: 'ICP备案管理系统 · 接入商工作台', en: 'ICP Filing · Provider console' },
  resources: { 'zh-CN': zhCN, en },
  routes,
  menu,
  home: paths.board,
  accountLinks: [{ label: { zh: '我的账号', en: 'My account' }, href: paths.account }, { label: { zh: '消息', en: 'Messages' }, href: paths.notices }],
  footerLinks: [{ label: { zh: '备案规则', en: 'Filing rules' }, href: paths.rules }],
  wide: true,
}
