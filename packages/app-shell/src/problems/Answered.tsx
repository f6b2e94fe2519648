import type { ApiProblem } from '@icp/client'
import { LoadingRows, PageHeading } from '@icp/ui'
import type { ReactNode } from 'react'
import { useShellText } from '../language/use-text.js'
import { ProblemNotice } from './ProblemNotice.js'

export interface AnsweredProps<Data> {
  /** What `useAnswer` gave. */
  readonly answer: { readonly data: Data | undefined; readonly error: ApiProblem | null; readonly refetch: () => unknown }
  /** Rows of the skeleton while nothing has come yet. */
  readonly rows?: number
  /** The page's title until there is data to make one from. Given where the children bring the heading. */
  readonly heading?: string
  readonly children: (data: Data) => ReactNode
}

/** Loading, refused or here. Older data stays on screen when a newer request fails, with the refusal above it. */
export function Answered<Data>({ answer, rows = 3, heading, children }: AnsweredProps<Data>) {
  const t = useShellText()
  // A session that ended is asked for again by the shell, in a window over this page.
  const problem = answer.error && answer.error.status !== 401 ? answer.error : null
  return (
    <>
      {heading !== undefined && answer.data === undefined && <PageHeading>{heading}</PageHeading>}
      {problem && <ProblemNotice problem={problem} retry={() => void answer.refetch()} />}
      {answer.data !== undefined ? children(answer.data) : !problem && <LoadingRows label={t('loading')} rows={rows} />}
    </>
  )
}
