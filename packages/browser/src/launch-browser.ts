import { chromium, type Browser } from 'playwright-core'
import { unpackChromium } from './unpacked-chromium.js'

// Chosen by hand: the package's own list runs everything in one process (the browser dies when a context closes) and switches web security off.
// No sandbox, since tests also run as root and in containers; the pages are our own.
const args = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none']

/** A Chromium that needs nothing installed on the machine. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { program, libraries, fontsConf, home } = await unpackChromium()
  return chromium.launch({
    executablePath: program,
    args,
    // A busy machine needs longer for it than the 30 s that would be the default.
    timeout: 120_000,
    env: { HOME: home, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontsConf, LANG: 'C.UTF-8' },
  })
}
