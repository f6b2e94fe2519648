/** What a scanner says of a file. */
export type Verdict = { readonly clean: true } | {
  readonly clean: false
  /** What it calls that which it found: at most 80 characters, letters, digits, `.`, `_` and `-`. */
  readonly signature: string
}

export type ScannerFaultKind = 'away' | 'too-slow' | 'unreadable'

/** Nothing is known of the file: whoever asked takes it for unscanned. In words that hold nothing of the file, since they are logged. */
export class ScannerFault extends Error {
  constructor(readonly kind: ScannerFaultKind) {
    super(`not scanned: ${kind}`)
    this.name = 'ScannerFault'
  }
}

/** Looks for malicious code in pictures that are handed in. */
export abstract class PictureScanner {
  /** Of the bytes as they were sent. Throws ScannerFault where it cannot tell. */
  abstract scan(bytes: Uint8Array): Promise<Verdict>
}

/** Where none is configured: development, and production that says so. */
export class NoScanner extends PictureScanner {
  scan(): Promise<Verdict> {
    return Promise.resolve({ clean: true })
  }
}
