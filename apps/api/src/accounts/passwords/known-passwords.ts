import { guessedForms } from '@icp/domain'
import { Injectable } from '@nestjs/common'

/** Longer than any word that the list holds; a longer form is not looked for. */
const longestForm = 64

/**
 * Is a password among those that guessing programs try first? The list: the 49,233 most common passwords of leaks, and 150,000 English words, first and last
 * names, as `@zxcvbn-ts` keeps them. Under whatever people put around a common one (`guessedForms`).
 */
@Injectable()
export class KnownPasswords {
  private list: Promise<ReadonlySet<string>> | undefined

  async has(password: string): Promise<boolean> {
    const list = await (this.list ??= read())
    return guessedForms(password).some((form) => form.length <= longestForm && list.has(form))
  }
}

/** A quarter of a second and some megabytes: not before somebody chooses a password. */
async function read(): Promise<ReadonlySet<string>> {
  const languages = await Promise.all([import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en')])
  const known = new Set<string>()
  for (const { dictionary } of languages) {
    for (const words of Object.values(dictionary)) for (const word of words) known.add(word.toLowerCase())
  }
  return known
}
