import type { Bilingual } from '../bilingual.js'
import { lastServiceRefusal } from '../register/apply-cancellation.js'
import { hollowSubject, hollowWayOut } from '../register/provincial-findings.js'
import { conflictingFilings, type OpenFiling } from '../register/conflicting-filings.js'
import type { FilingKind } from './kind.js'
import type { ServiceType } from './service-type.js'

/** What an owner may want, in the owner's words. Nobody has to know the names of the eight kinds (icp-filing.md §3). */
export interface KindChoice {
  readonly kind: FilingKind
  readonly wish: Bilingual
  /** What it is for, or when something else is right. */
  readonly hint: Bilingual
  /** What is in force once it is approved. */
  readonly effect: Bilingual
}

/** Wishes about a subject that is in force, in the order in which they are offered. */
export const choicesOnRecord: readonly KindChoice[] = [
  {
    kind: 'new-service', wish: { zh: '为该主体再备案一个网站', en: 'File another website of this subject' },
    hint: { zh: '网站有自己的域名，可以在任何接入商处接入；APP、小程序和快应用也在此备案。', en: 'It has a domain of its own and may be at any access provider. Apps, mini programs and quick apps are filed here too.' },
    effect: { zh: '网站得到下一个备案号，电子证书重新签发。', en: 'The website gets the next number, and the e-certificate is issued anew.' },
  },
  {
    kind: 'new-access', wish: { zh: '已备案的网站要增加一家接入商', en: 'Have a filed website served by one more provider' },
    hint: { zh: '更换接入商时，先新增接入，通过后再取消原来的接入。', en: 'To move to another provider add the new one first, and cancel the old one once that is approved.' },
    effect: { zh: '备案号和电子证书不变。', en: 'Number and e-certificate stay as they are.' },
  },
  {
    kind: 'change', wish: { zh: '已备案的信息有变化', en: 'Something that is filed has changed' },
    hint: { zh: '名称、地址、负责人、网站内容、IP 地址等；证件号码、所在省和域名不能变更。',
      en: 'Names, addresses, persons, contents, IP addresses; not the certificate number, the province or a domain.' },
    effect: { zh: '备案库更新，电子证书重新签发，备案号不变。', en: 'The register is updated and the e-certificate issued anew; the numbers stay.' },
  },
  {
    kind: 'migrate-service', wish: { zh: '把一个网站交给另一个主体', en: 'Hand a website over to another subject' },
    hint: {
      zh: '接收方须是同省已备案的单位（不能是个人），有本系统账号，且双方都没有正在办理的备案；请先把域名过户给接收方。APP、小程序和快应用不能迁移。',
      en: 'The receiver must be a filed unit (not an individual) of the same province with an account here, and neither side may have a filing running. Transfer the domain to it first. Apps, mini programs and quick apps cannot be moved.',
    },
    effect: {
      zh: '网站归到接收主体名下并获得新备案号，原备案号终止；接入不变，双方电子证书随之更新。',
      en: 'The website stands under the receiving subject with a new number and its old one ends; accesses stay, and the e-certificates of both follow.',
    },
  },
  {
    kind: 'cancel-access', wish: { zh: '某家接入商不再接入某个网站', en: 'A provider no longer serves a website' },
    hint: { zh: '网站及其备案号保留。', en: 'The website and its number stay.' },
    effect: { zh: '该接入从备案库删除，接入商停止接入。', en: 'The access leaves the register, and the provider stops serving it.' },
  },
  {
    kind: 'cancel-service', wish: { zh: '关闭一个网站', en: 'Close one website' },
    hint: { zh: '其他网站和主体保持有效。', en: 'The other websites and the subject stay in force.' },
    effect: { zh: '网站的备案号注销且永不再用，电子证书重新签发。', en: 'Its number ends and is never used again; the e-certificate is issued anew.' },
  },
  {
    kind: 'cancel-subject', wish: { zh: '全部关闭', en: 'Close everything' },
    hint: { zh: '注销主体及其全部网站。', en: 'Cancels the subject with all its websites.' },
    effect: { zh: '全部备案号和电子证书注销，不能恢复。', en: 'All numbers and the e-certificate end; it cannot be undone.' },
  },
]

/** What a record looks like to somebody who wants to file about it. */
export interface RecordStanding {
  /** Those in force, with how many accesses each has. */
  readonly services: readonly { readonly type: ServiceType; readonly accesses: number }[]
  /** Finished filings about the subject that have not ended. */
  readonly open: readonly OpenFiling[]
  readonly province: string
  /** Whether the province lets a subject that has nothing left add a service (icp-filing.md §6 no 28). */
  readonly hollowAdds: boolean
}

const noWebsite: Bilingual = { zh: '该主体下没有有效的网站，请先新增网站。', en: 'This subject has no website in force. File a new website first.' }

const noWebsiteLeft: Bilingual = { zh: '该主体下没有有效的网站。', en: 'This subject has no website in force.' }

/** A cancellation is verified by those who serve what falls, and the administration clears what nobody serves (icp-filing.md §8). */
export const hollowObstacle: Bilingual = {
  zh: '没有接入，也就没有接入商可以核实注销。这样的空壳备案由省通信管理局通知期满后清理，无需申请；要继续使用的，请先新增接入。',
  en: 'Without an access there is no provider who could verify. The administration clears such hollow records once the time of its notice is over, and nothing has to be applied for. To go on using it, add an access first.',
}

/** Why a filing of this kind cannot be started now, and what to do instead; null when it can. The API decides again. */
export const kindObstacle = (kind: FilingKind, { services, open, province, hollowAdds }: RecordStanding): Bilingual | null => {
  const refusal = conflictingFilings(kind, open)
  if (refusal) return refusal.text
  if (kind === 'new-service' && services.length === 0 && !hollowAdds) {
    const said = hollowSubject(province)
    return { zh: `${said.zh}${hollowWayOut.zh}`, en: `${said.en} ${hollowWayOut.en}` }
  }
  if (kind === 'new-service') return null
  if (kind === 'cancel-subject') return services.some(({ accesses }) => accesses > 0) ? null : hollowObstacle
  if (services.length === 0) return hollowAdds ? noWebsite : noWebsiteLeft
  if (kind === 'new-access') return null
  if (kind === 'cancel-service' && services.length === 1) return lastServiceRefusal().text
  if (kind === 'migrate-service' && !services.some(({ type }) => type === 'website')) {
    return { zh: '该主体只有 APP、小程序或快应用，它们不能迁移到其他主体。', en: 'This subject has only apps, mini programs or quick apps, and they cannot be moved to another subject.' }
  }
  if (services.some(({ type, accesses }) => accesses > 0 && (kind !== 'migrate-service' || type === 'website'))) return null
  switch (kind) {
    case 'cancel-access':
      return { zh: '该主体的网站没有接入可取消。', en: 'The websites of this subject have no access that could end.' }
    case 'cancel-service':
      return hollowObstacle
    default:
      return { zh: '该主体的网站没有接入，没有接入商可以核实；请先新增接入。', en: 'The websites of this subject have no access, so no provider could verify. Add an access first.' }
  }
}
