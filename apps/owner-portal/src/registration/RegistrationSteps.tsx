import { useText } from '@icp/app-shell'
import Step from '@mui/material/Step'
import StepLabel from '@mui/material/StepLabel'
import Stepper from '@mui/material/Stepper'

const steps = ['terms', 'pledge', 'form', 'done'] as const
export type RegistrationStep = (typeof steps)[number]

/** Where the visitor stands in the four steps of registering. */
export function RegistrationSteps({ step }: { readonly step: RegistrationStep }) {
  const t = useText()
  return (
    <Stepper component="ol" activeStep={steps.indexOf(step)} alternativeLabel aria-label={t('registration.steps.label')} sx={{ mb: 4, p: 0 }}>
      {steps.map((one) => (
        <Step component="li" key={one} aria-current={one === step ? 'step' : undefined}>
          <StepLabel>{t(`registration.steps.${one}`)}</StepLabel>
        </Step>
      ))}
    </Stepper>
  )
}
