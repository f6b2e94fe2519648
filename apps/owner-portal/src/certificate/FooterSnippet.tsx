import { useText } from '@icp/app-shell'
import type { RegisterSubjectView } from '@icp/contract'
import { domainBothWays } from '@icp/filing-views'
import { CopyButton } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'

/** The line that each home page must carry at its foot (Order 33 art 13): number and link, to look at and to copy. */
export function FooterSnippet({ services }: { readonly services: RegisterSubjectView['services'] }) {
  const t = useText()
  return (
    <Box component="section" aria-label={t('certificate.snippet.title')} sx={{ mt: 2 }}>
      <Typography variant="h3">{t('certificate.snippet.title')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>{t('certificate.snippet.text')}</Typography>
      {services.map((service) => {
        const code = `<a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener">${service.number}</a>`
        return (
          <Box key={service.id} sx={{ mb: 2 }}>
            <Typography sx={{ fontWeight: 600 }}>{service.name} · {domainBothWays(service.domain)}</Typography>
            <Box component="pre" sx={{ m: 0, mb: 1, p: 1.5, bgcolor: 'action.hover', whiteSpace: 'pre-wrap', wordBreak: 'break-all', borderRadius: 1, fontSize: '.88rem' }}>{code}</Box>
            <CopyButton value={code} label={t('certificate.snippet.copy')} copiedText={t('entry.done.copied')} failedText={t('entry.done.notCopied')} />
          </Box>
        )
      })}
    </Box>
  )
}
