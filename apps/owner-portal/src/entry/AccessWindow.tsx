import { useText } from '@icp/app-shell'
import { useState } from 'react'
import { AccessForm } from './AccessForm.js'
import { AccessListWindow } from './AccessListWindow.js'

interface AccessWindowProps {
  readonly serviceId: string
  readonly accessId: string | null
  readonly onClose: () => void
}

/**
 * The accesses of one website: the form, and after each Submit the list with "Add access" for another one and "Continue" back to the websites.
 */
export function AccessWindow({ serviceId, accessId, onClose }: AccessWindowProps) {
  const t = useText()
  const [shown, setShown] = useState<{ readonly form: boolean; readonly accessId: string | null; readonly round: number }>({ form: true, accessId, round: 0 })
  return shown.form
    ? <AccessForm key={shown.round} serviceId={serviceId} accessId={shown.accessId} onCancel={onClose} onSaved={() => setShown({ ...shown, form: false })} />
    : <AccessListWindow serviceId={serviceId} title={t('entry.access.windowList')} onAdd={() => setShown({ form: true, accessId: null, round: shown.round + 1 })} onContinue={onClose} />
}
