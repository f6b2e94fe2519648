import { answering, type Answerer, refuse } from '@icp/app-shell/testing'
import type { FilingView, Mediation, ProviderFound } from '@icp/contract'
import { emptyRegistration, type Finding, findingsFor, matchesProvider, type RegistrationContent, splitKeywords } from '@icp/domain'
import { browserRuleContext } from '@icp/filing-forms'
import { ids, sampleFiling, sampleRegistration, since } from '@icp/filing-views/testing'

/** A registration that nothing stops: one website with one access. */
export const completeContent = (): RegistrationContent => {
  const content = sampleRegistration()
  return { ...content, services: content.services.map((service) => ({ ...service, accesses: service.accesses.slice(0, 1) })) }
}

export const draftFiling = (content: RegistrationContent = emptyRegistration(), parts: Partial<FilingView> = {}): FilingView =>
  sampleFiling({ status: 'draft', reference: null, finishedAt: null, due: null, version: 1, content, history: [], revisions: [], actions: ['finish', 'discard'], ...parts })

const providers: readonly ProviderFound[] = [
  { id: ids.provider, name: '云端网络', nameEn: 'Cloud Network', licence: 'B1-1', province: '110000' },
  { id: ids.other, name: '海蓝数据', nameEn: 'Blue Sea Data', licence: 'B1-2', province: '330000' },
]

/**
 * An API that keeps one draft as the real one does: a save names the version it has seen, the rules are the domain's, finish locks. `ofRegister`
 * stands for what only the register can find.
 */
export const entryStand = (draft: FilingView | null = draftFiling()) => {
  const server = { filing: draft, finishes: [] as unknown[], creations: [] as unknown[], ofRegister: [] as Finding[], mediations: [] as Mediation[] }
  const held = (): FilingView => server.filing ?? refuse(404)
  const findings = (content: RegistrationContent) => [...findingsFor(held().kind, content, browserRuleContext()), ...server.ofRegister]
  const at = { id: ids.filing }
  const answers: Record<string, Answerer> = {
    ...answering('listFilings', (call) => {
      const asked = call.query.get('status')
      const rows = server.filing && (asked === null || asked === server.filing.status) ? [server.filing] : []
      return { rows, total: rows.length, next: null }
    }),
    ...answering('listOwnRecords', { rows: [] }),
    ...answering('getFiling', () => ({ ...held(), findings: findings(held().content as RegistrationContent) }), at),
    ...answering('listFilingMediations', () => ({ rows: server.mediations }), at),
    ...answering('createFiling', (call) => {
      server.creations.push(call.body)
      server.filing ??= draftFiling()
      return server.filing
    }),
    ...answering('saveDraft', (call) => {
      const { version, content } = call.body as { version: number; content: RegistrationContent }
      if (held().status !== 'draft') refuse(423, { code: 'locked', text: { zh: '已锁定', en: 'This filing is locked.' } })
      if (version !== held().version) refuse(409, { code: 'changed-meanwhile' })
      server.filing = { ...held(), version: version + 1, content }
      return { version: version + 1, savedAt: since, findings: findings(content) }
    }, at),
    ...answering('finishFiling', (call) => {
      server.finishes.push(call.body)
      server.filing = sampleFiling({ status: 'with-providers', content: held().content, version: held().version + 1 })
      return { id: ids.filing, reference: 'BA20261120-000001', finishedAt: since, digest: 'a'.repeat(64), hash: 'c'.repeat(64), status: 'with-providers', version: held().version }
    }, at),
    ...answering('searchProviders', (call) => {
      const rows = providers.filter((one) => matchesProvider({ ...one, pinyin: '', initials: '' }, splitKeywords(call.query.get('q') ?? '')))
      return { rows, total: rows.length, next: null }
    }),
  }
  return { server, answers, content: () => held().content as RegistrationContent }
}
