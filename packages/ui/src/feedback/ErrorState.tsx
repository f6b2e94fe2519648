import Button from '@mui/material/Button'
import { Banner } from './Banner.js'

export interface ErrorStateProps {
  readonly title: string
  readonly text?: string
  readonly retry?: () => void
  readonly retryText?: string
  /** Shown with `requestIdLabel` so that a user can name it to the help desk. */
  readonly requestId?: string
  readonly requestIdLabel?: string
}

/** Something that should be here could not be had. */
export function ErrorState({ title, text, retry, retryText, requestId, requestIdLabel }: ErrorStateProps) {
  return (
    <Banner tone="bad" title={title} live="alert" {...(retry && retryText ? { actions: <Button variant="outlined" onClick={retry}>{retryText}</Button> } : {})}>
      {text}
      {requestId && <div>{requestIdLabel} <code>{requestId}</code></div>}
    </Banner>
  )
}
