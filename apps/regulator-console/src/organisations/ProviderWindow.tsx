import { ProblemNotice, useSay } from '@icp/app-shell'
import { type ApiProblem, useAct } from '@icp/client'
import type { KeptProvider } from '@icp/contract'
import { type ProviderField, providerFindings, type ProviderForm, provinces, tidyProvider } from '@icp/domain'
import { useDivisions } from '@icp/filing-views'
import { BusyButton, ErrorSummary, LabelledSelect, LabelledText, type LabelledTextProps, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useFieldFindings } from '../shared/use-field-findings.js'
import { useConsoleText } from '../text.js'

export const providerRefreshes = ['listKeptProviders', 'getKeptProvider'] as const

/** As it is typed: keywords and blocks one to a line. */
type Typed = Readonly<Record<ProviderField, string>>

const typedOf = (provider: KeptProvider | undefined): Typed => ({
  name: provider?.name ?? '', nameEn: provider?.nameEn ?? '', licence: provider?.licence ?? '', province: provider?.province ?? '', city: provider?.city ?? '',
  keywords: provider?.keywords.join('\n') ?? '', ipBlocks: provider?.ipBlocks.join('\n') ?? '',
})
const lines = (text: string): string[] => text.split(/[\n,，、;；]+/u)
const formOf = (typed: Typed): ProviderForm => tidyProvider({ ...typed, keywords: lines(typed.keywords), ipBlocks: lines(typed.ipBlocks) })

interface ProviderWindowProps {
  /** Left out: a new one is entered. */
  readonly provider?: KeptProvider
  readonly onClose: () => void
  readonly onDone: (provider: KeptProvider) => void
}

/** Names, licence, place, keywords and blocks of a provider; what is wrong is said at its field before and after sending. */
export function ProviderWindow({ provider, onClose, onDone }: ProviderWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const divisions = useDivisions()
  const add = useAct('addProvider', { refreshes: providerRefreshes })
  const change = useAct('changeProvider', { refreshes: providerRefreshes })
  const act = provider ? change : add
  const [start] = useState(() => typedOf(provider))
  const [typed, setTyped] = useState(start)
  const findings = useFieldFindings((path) => (path === 'province' ? 'provider-province-of' : `provider-${path.split('.')[0]}`))

  const put = (path: ProviderField, value: string) => {
    setTyped((now) => ({ ...now, [path]: value, ...(path === 'province' ? { city: '' } : {}) }))
    findings.forget(path)
  }
  const submit = () => {
    if (act.isPending) return
    const form = formOf(typed)
    if (!findings.show(providerFindings(form))) return
    const body = { ...form, keywords: [...form.keywords], ipBlocks: [...form.ipBlocks] }
    const answers = { onSuccess: onDone, onError: (problem: ApiProblem) => findings.show(problem.findings) }
    if (provider) change.mutate({ params: { id: provider.id }, body: { version: provider.version, ...body } }, answers)
    else add.mutate({ body }, answers)
  }
  const field = (path: ProviderField, more: Partial<LabelledTextProps> = {}) => (
    <LabelledText id={`provider-${path}`} label={t(`organisations.fields.${path}`)} autoComplete="off" value={typed[path]} onChange={(value) => put(path, value)} {...findings.at(path)} {...more} />
  )
  const title = t(provider ? 'organisations.provider.changeTitle' : 'organisations.providers.add')
  return (
    <ModalWindow
      open title={title} closeLabel={t('keeping.close')} onClose={onClose} onSubmit={submit} width="sm" isDirty={JSON.stringify(typed) !== JSON.stringify(start)}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('keeping.cancel')}</Button>
          <BusyButton type="submit" busy={act.isPending} busyText={t('keeping.sending')}>{t(provider ? 'organisations.save' : 'organisations.providers.enter')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('keeping.problem')} items={findings.items} />
      {act.error && act.error.findings.length === 0 && <ProblemNotice problem={act.error} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {field('name', { required: true, maxLength: 128, lang: 'zh-CN' })}
        {field('nameEn', { required: true, maxLength: 200, lang: 'en' })}
        {field('licence', { required: true, maxLength: 40, characters: 20, spellCheck: false, hint: t('organisations.fields.licenceHint') })}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <LabelledSelect
            id="provider-province-of" label={t('organisations.fields.province')} required emptyText={t('keeping.choose')} value={typed.province} {...findings.at('province')}
            options={provinces.map((province) => ({ value: province.code, text: say(province) }))} onChange={(code) => put('province', code)}
          />
          <LabelledSelect
            id="provider-city" label={t('organisations.fields.city')} required emptyText={t('keeping.choose')} value={typed.city} disabled={typed.province === ''} {...findings.at('city')}
            options={(divisions?.cities(typed.province) ?? []).map((city) => ({ value: city.code, text: say(city) }))} onChange={(code) => put('city', code)}
          />
        </Box>
        {field('keywords', { multiline: true, rows: 2, maxLength: 800, hint: t('organisations.fields.keywordsHint') })}
        {field('ipBlocks', { multiline: true, rows: 4, maxLength: 50_000, spellCheck: false, hint: t('organisations.fields.ipBlocksHint') })}
      </Box>
    </ModalWindow>
  )
}
