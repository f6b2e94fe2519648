import { useText } from '@icp/app-shell'
import { cursorAt, Pager } from '@icp/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'

/** The page of a list as it stands in the address; see ui's cursor trail. */
export const paged = z.object({ page: z.string().max(4000).optional().catch(undefined) })

export const usePage = (): string => paged.parse(useSearch({ strict: false })).page ?? ''

/** What the API is asked for that page. */
export const atPage = (trail: string): { cursor?: string } => {
  const cursor = cursorAt(trail)
  return cursor ? { cursor } : {}
}

/** Previous and next page of the list in the address; what else the address says stays. */
export function ListPager({ next }: { readonly next: string | null }) {
  const t = useText()
  const navigate = useNavigate()
  const trail = usePage()
  return (
    <Pager
      trail={trail} next={next} words={{ label: t('pages.label'), previous: t('pages.previous'), next: t('pages.next'), page: (page) => t('pages.page', { page }) }}
      onChange={(page) => void navigate({ to: '.', search: ((now: object) => ({ ...now, page: page || undefined })) as never })}
    />
  )
}
