import { useText } from '@icp/app-shell'
import type { RegisterSubjectView } from '@icp/contract'
import { useTypedDomain } from '@icp/filing-views'
import { CopyButton } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'

type Services = RegisterSubjectView['services']

/** The line that each home page must carry at its foot (Order 33 art 13): number and link, to look at and to copy. What is no website shows its number within. */
export function FooterSnippet({ services }: { readonly services: Services }) {
  const t = useText()
  return (
    <>
      <Lines
        title={t('certificate.snippet.title')} text={t('certificate.snippet.text')} copy={t('certificate.snippet.copy')} services={services.filter(({ type }) => type === 'website')}
        lineOf={({ number }) => `<a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener">${number}</a>`}
      />
      <Lines
        title={t('certificate.within.title')} text={t('certificate.within.text')} copy={t('certificate.within.copy')} services={services.filter(({ type }) => type !== 'website')}
        lineOf={({ number }) => number}
      />
    </>
  )
}

interface LinesProps {
  readonly title: string
  readonly text: string
  readonly copy: string
  readonly services: Services
  readonly lineOf: (service: Services[number]) => string
}

function Lines({ title, text, copy, services, lineOf }: LinesProps) {
  const t = useText()
  const typedDomain = useTypedDomain()
  if (services.length === 0) return null
  return (
    <Box component="section" aria-label={title} sx={{ mt: 2 }}>
      <Typography variant="h3">{title}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>{text}</Typography>
      {services.map((service) => (
        <Box key={service.id} sx={{ mb: 2 }}>
          <Typography sx={{ fontWeight: 600 }}>{service.name} · {typedDomain(service)}</Typography>
          <Box component="pre" sx={{ m: 0, mb: 1, p: 1.5, bgcolor: 'action.hover', whiteSpace: 'pre-wrap', wordBreak: 'break-all', borderRadius: 1, fontSize: '.88rem' }}>{lineOf(service)}</Box>
          <CopyButton value={lineOf(service)} label={copy} copiedText={t('entry.done.copied')} failedText={t('entry.done.notCopied')} />
        </Box>
      ))}
    </Box>
  )
}
