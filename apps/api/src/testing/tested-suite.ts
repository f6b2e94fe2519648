import type { SuiteName } from '../platform/crypto-suite.js'

const names: readonly SuiteName[] = ['aes', 'sm']

/** `TEST_CIPHER_SUITE` of this run; left out it is what a system has that was told nothing. */
const asked = process.env.TEST_CIPHER_SUITE || 'aes'

function suiteNamed(name: string): SuiteName {
  const found = names.find((suite) => suite === name)
  // A run that was meant for the other suite must not pass with this one.
  if (!found) throw new Error(`TEST_CIPHER_SUITE must be ${names.join(' or ')}`)
  return found
}

/** The suite that the tested API is configured with: every test holds with either. docs/how-to/test-both-suites.md */
export const testedSuite: SuiteName = suiteNamed(asked)

/** The one that a system changes to, where a test changes suites. */
export const otherSuite: SuiteName = testedSuite === 'sm' ? 'aes' : 'sm'
