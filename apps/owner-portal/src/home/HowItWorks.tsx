import { useText } from '@icp/app-shell'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { StepPicture } from './StepPicture.js'

const steps = ['fill', 'verify', 'confirm', 'review', 'number'] as const

/** How a filing travels, in five pictures; each says who acts and how long it takes. */
export function HowItWorks() {
  const t = useText()
  return (
    <Box component="section" aria-labelledby="how-it-works" sx={{ my: 4 }}>
      <Typography variant="h2" id="how-it-works" sx={{ mb: 2 }}>{t('home.steps.title')}</Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, 1fr)', lg: 'repeat(5, 1fr)' } }}>
        {steps.map((step, index) => (
          <Box component="li" key={step} sx={{ borderTop: 3, borderColor: 'primary.main', pt: 1.5 }}>
            <StepPicture step={step} />
            <Typography sx={{ fontWeight: 700, mt: 1 }}>{index + 1}. {t(`home.steps.${step}.title`)}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t(`home.steps.${step}.text`)}</Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
