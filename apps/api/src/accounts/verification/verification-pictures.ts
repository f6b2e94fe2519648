import { Injectable } from '@nestjs/common'
import { randomInt } from 'node:crypto'
import svgCaptcha, { type ConfigObject } from 'svg-captcha'
import { bentPath } from './bent-path.js'

/** Without what is read as another character. */
const characters = 'abcdefghjkmnpqrstwxyzABCDEFGHJKMNPQRSTWXYZ23456789'
const size = 4
const look = { noise: 2, width: 140, height: 48, fontSize: 52, color: true, background: '#f4f1ea' } as const

/** The library is itself the function that draws a given text, which its types do not say. */
const drawn = svgCaptcha as unknown as (text: string, look: ConfigObject) => string

/**
 * Draws the pictures to read. The library draws every character with the same strokes and moves it, so that a table of strokes would read it; here each is bent anew. What
 * it says is drawn by the system's random source: the library's own can be computed from the numbers that a picture shows.
 */
@Injectable()
export class VerificationPictures {
  draw(): { readonly text: string; readonly svg: string } {
    const text = Array.from({ length: size }, () => characters[randomInt(characters.length)]).join('')
    return { text, svg: drawn(text, look).replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${bentPath(path)}"`) }
  }
}
