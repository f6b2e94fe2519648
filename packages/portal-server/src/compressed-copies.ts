import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const worthwhile = /\.(?:js|css|svg|json|txt|xml|wasm|map)$/
const smallest = 1024

const encodings = {
  // 9 of 11: within a few percent of the best, in a tenth of its time.
  '.br': (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  '.gz': (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
}

/**
 * Writes `.br` and `.gz` beside every text file of a built portal that has none as new as itself. A folder that may not be written (an image that was given them
 * at its build) is left as it is: the files are then sent as they are found.
 */
export async function writeCompressedCopies(root: string): Promise<void> {
  const files = await fs.readdir(root, { recursive: true, withFileTypes: true })
  const chosen = files.filter((file) => file.isFile() && worthwhile.test(file.name)).map((file) => path.join(file.parentPath, file.name))
  await Promise.all(chosen.map(compress))
}

async function compress(file: string) {
  const { size, mtimeMs } = await fs.stat(file)
  if (size < smallest) return
  for (const [suffix, encode] of Object.entries(encodings)) {
    if (await isAsNew(file + suffix, mtimeMs)) continue
    try {
      await writeWhole(file + suffix, await encode(await fs.readFile(file)))
    } catch (error) {
      if (!isReadOnly(error)) throw error
    }
  }
}

const isAsNew = (file: string, mtimeMs: number) =>
  fs.stat(file).then(
    (found) => found.mtimeMs >= mtimeMs,
    () => false,
  )

const isReadOnly = (error: unknown) => ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Through another name, so that a request never gets half a file. */
async function writeWhole(file: string, bytes: Buffer) {
  const unfinished = `${file}.${process.pid}`
  await fs.writeFile(unfinished, bytes)
  await fs.rename(unfinished, file)
}
