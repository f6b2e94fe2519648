import type { MenuNode } from '@icp/app-shell'
import { paths } from './paths.js'

/** The tree on the left, with exactly the places of the filing process. */
export const menu: readonly MenuNode[] = [
  {
    id: 'entry', label: { zh: '备案信息录入', en: 'Record filing information entry' },
    children: [{ id: 'information-entry', label: { zh: '信息录入', en: 'Information entry' }, href: paths.entry, allowed: 'saveDraft' }],
  },
  { id: 'browse', label: { zh: '信息浏览', en: 'Information browsing' }, href: paths.browse, allowed: 'listFilings' },
  {
    id: 'statistics', label: { zh: '查询统计服务', en: 'Query statistics service' },
    children: [{ id: 'progress', label: { zh: '备案进度查询', en: 'Record filing progress query' }, href: paths.progress, allowed: 'listFilings' }],
  },
  {
    id: 'management', label: { zh: 'ICP备案业务管理', en: 'ICP filing service management' },
    children: [
      { id: 'certificate', label: { zh: '电子证书下载', en: 'Download e-certificate' }, href: paths.certificate, allowed: 'downloadCertificate' },
      { id: 'cancel-subject', label: { zh: '注销主体申请', en: 'Cancel subject application' }, href: paths.cancelSubject, allowed: 'finishFiling' },
      { id: 'cancel-website', label: { zh: '注销网站申请', en: 'Cancel website application' }, href: paths.cancelWebsite, allowed: 'finishFiling' },
    ],
  },
]
