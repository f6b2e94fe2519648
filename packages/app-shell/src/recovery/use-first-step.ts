import type { ApiProblem } from '@icp/client'
import { useState } from 'react'
import { useProblems } from '../account/use-problems.js'
import type { VerificationValue } from '../verification/verification-value.js'

/** The verification code of a first step: good for one try, then there is a new one. */
export function useFirstStep<Field extends string>(ids: Readonly<Record<Field | 'verification', string>>) {
  const [verification, setVerification] = useState<VerificationValue | null>(null)
  const [round, setRound] = useState(0)
  const problems = useProblems(ids)
  const spent = () => {
    setVerification(null)
    setRound((now) => now + 1)
  }
  return {
    ...problems,
    verification, setVerification, round, spent,
    refused: (problem: ApiProblem) => {
      spent()
      problems.refused(problem)
    },
  }
}
