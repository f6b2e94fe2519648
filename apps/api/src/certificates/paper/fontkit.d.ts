/** The part of fontkit that is called here; the package ships no types. */
declare module 'fontkit' {
  export interface Font {
    readonly characterSet: readonly number[]
    readonly unitsPerEm: number
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number }
  }
  export function create(bytes: Uint8Array): Font
}
