import { ProblemNotice, useFormat, useSay } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { KeptProvider } from '@icp/contract'
import { type Finding, type ProviderField, providerFindings, type ProviderForm, provinces, tidyProvider } from '@icp/domain'
import { useDivisions } from '@icp/filing-views'
import { BusyButton, LabelledSelect, LabelledText, type LabelledTextProps, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
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
  const format = useFormat()
  const divisions = useDivisions()
  const add = useAct('addProvider', { refreshes: providerRefreshes })
  const change = useAct('changeProvider', { refreshes: providerRefreshes })
  const act = provider ? change : add
  const [start] = useState(() => typedOf(provider))
  const [typed, setTyped] = useState(start)
  const [findings, setFindings] = useState<readonly Finding[]>([])

  const put = (path: ProviderField, value: string) => {
    setTyped((now) => ({ ...now, [path]: value, ...(path === 'province' ? { city: '' } : {}) }))
    setFindings((now) => now.filter((one) => one.path !== path))
  }
  const errorOf = (path: ProviderField) => {
    const finding = findings.find((one) => one.path === path)
    return finding ? { error: format.sentences(say(finding.text), say(finding.fix)) } : {}
  }
  const submit = () => {
    if (act.isPending) return
    const form = formOf(typed)
    const found = providerFindings(form)
    setFindings(found)
    if (found.length > 0) return
    const body = { ...form, keywords: [...form.keywords], ipBlocks: [...form.ipBlocks] }
    const answers = { onSuccess: onDone, onError: (problem: { readonly findings: readonly Finding[] }) => setFindings(problem.findings) }
    if (provider) change.mutate({ params: { id: provider.id }, body: { version: provider.version, ...body } }, answers)
    else add.mutate({ body }, answers)
  }
  const field = (path: ProviderField, more: Partial<LabelledTextProps> = {}) => (
    <LabelledText id={`provider-${path}`} label={t(`organisations.fields.${path}`)} autoComplete="off" value={typed[path]} onChange={(value) => put(path, value)} {...errorOf(path)} {...more} />
  )
  const title = t(provider ? 'organisations.provider.change' : 'organisations.providers.add')
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
      {act.error && act.error.findings.length === 0 && <ProblemNotice problem={act.error} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {field('name', { required: true, maxLength: 128, lang: 'zh-CN' })}
        {field('nameEn', { required: true, maxLength: 200, lang: 'en' })}
        {field('licence', { required: true, maxLength: 40, characters: 20, spellCheck: false, hint: t('organisations.fields.licenceHint') })}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <LabelledSelect
            id="provider-province-of" label={t('organisations.fields.province')} required emptyText={t('keeping.choose')} value={typed.province} {...errorOf('province')}
            options={provinces.map((province) => ({ value: province.code, text: say(province) }))} onChange={(code) => put('province', code)}
          />
          <LabelledSelect
            id="provider-city" label={t('organisations.fields.city')} required emptyText={t('keeping.choose')} value={typed.city} disabled={typed.province === ''} {...errorOf('city')}
            options={(divisions?.cities(typed.province) ?? []).map((city) => ({ value: city.code, text: say(city) }))} onChange={(code) => put('city', code)}
          />
        </Box>
        {field('keywords', { multiline: true, rows: 2, maxLength: 800, hint: t('organisations.fields.keywordsHint') })}
        {field('ipBlocks', { multiline: true, rows: 4, maxLength: 50_000, spellCheck: false, hint: t('organisations.fields.ipBlocksHint') })}
      </Box>
    </ModalWindow>
  )
}
