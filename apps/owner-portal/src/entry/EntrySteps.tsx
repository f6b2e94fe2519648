import { useText } from '@icp/app-shell'
import type { FilingKind } from '@icp/domain'
import Step from '@mui/material/Step'
import StepLabel from '@mui/material/StepLabel'
import Stepper from '@mui/material/Stepper'
import type { EntryStep } from '../shared/draft-path.js'
import { stepsOf } from './draft-findings.js'

/** Where the entry stands. The steps lead into each other by Next and Previous only, since each one rests on the one before. */
export function EntrySteps({ kind, current }: { readonly kind: FilingKind; readonly current: EntryStep }) {
  const steps = stepsOf(kind)
  const t = useText()
  return (
    <Stepper component="ol" className="no-print" activeStep={steps.indexOf(current)} alternativeLabel aria-label={t('entry.steps.label')} sx={{ mb: 3, p: 0 }}>
      {steps.map((step) => (
        <Step component="li" key={step} aria-current={step === current ? 'step' : undefined}><StepLabel>{t(`entry.steps.${step}`)}</StepLabel></Step>
      ))}
    </Stepper>
  )
}
