import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** Goes once to a path of this portal that may carry a query and a hash. */
export function GoToPath({ path }: { readonly path: string }) {
  const router = useRouter()
  const gone = useRef(false)
  useEffect(() => {
    if (gone.current) return
    gone.current = true
    router.history.replace(path)
  })
  return null
}
