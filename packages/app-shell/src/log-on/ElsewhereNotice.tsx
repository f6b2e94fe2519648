import { useAnswer } from '@icp/client'
import type { Category } from '@icp/domain'
import { Banner } from '@icp/ui'
import Button from '@mui/material/Button'
import { useShellText } from '../language/use-text.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'

/** Another category logs on at another portal: says so and leads there. */
export function ElsewhereNotice({ category }: { readonly category: Category }) {
  const t = useShellText()
  const site = useAnswer('getSite', {}, { staleTime: 60_000 })
  if (site.error && !site.data) return <ProblemNotice problem={site.error} retry={() => void site.refetch()} />
  const address = site.data && new URL('/log-on', site.data.portals[category]).href
  return (
    <Banner
      tone="progress"
      live="status"
      {...(address ? { actions: <Button variant="contained" component="a" href={address}>{t(`logOn.elsewhereGo.${category}`)}</Button> } : {})}
    >
      {t('logOn.elsewhere')}
    </Banner>
  )
}
