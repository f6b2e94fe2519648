import { readJpeg } from './jpeg.js'
import type { Picture } from './picture.js'
import { readPng } from './png.js'

/** By its bytes, whatever it is called. Null for everything that is no whole JPEG or PNG of the kinds that every browser shows. */
export const readPicture = (bytes: Uint8Array): Picture | null => readJpeg(bytes) ?? readPng(bytes)
