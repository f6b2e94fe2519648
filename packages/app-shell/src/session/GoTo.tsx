import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

export interface GoToProps {
  readonly to: string
  readonly search?: object
}

/** Goes elsewhere once, in place of the page that drew it. Later drawings, while the other page is still loading, do nothing. */
export function GoTo({ to, search }: GoToProps) {
  const navigate = useNavigate()
  const gone = useRef(false)
  useEffect(() => {
    if (gone.current) return
    gone.current = true
    void navigate({ to, replace: true, ...(search ? { search } : {}) })
  })
  return null
}
