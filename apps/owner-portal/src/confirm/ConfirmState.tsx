import { useText } from '@icp/app-shell'
import type { ConfirmationPage } from '@icp/contract'
import { Banner } from '@icp/ui'

const tones = { confirmed: 'good', expired: 'bad', closed: 'neutral', waiting: 'neutral' } as const

/** What became of the confirmation, and what happens next. */
export function ConfirmState({ page }: { readonly page: ConfirmationPage }) {
  const t = useText()
  const others = page.state === 'confirmed' && page.othersWaiting > 0
  return (
    <Banner tone={tones[page.state]} live="status" title={t(`confirm.states.${page.state}.title`)}>
      {others ? t('confirm.othersWaiting', { count: page.othersWaiting }) : t(`confirm.states.${page.state}.text`, { reference: page.reference })}
    </Banner>
  )
}
