import { sha256 } from '../../platform/digest.js'

/** Digests of rows in their order, as entries name them or as the rows give them: two lists are equal when these are, and nothing of them is kept. */
export class NamedRows {
  count = 0
  /** Of the rows without what is said in them. */
  rows = ''
  /** Of what is said in them, where there is something. */
  texts = ''

  add(row: string | undefined, text: string | undefined): void {
    this.count += 1
    this.rows = sha256(`${this.rows} ${row}`)
    this.texts = sha256(`${this.texts} ${text}`)
  }
}
