/** By its file: `punycode` alone is Node's deprecated module wherever Node resolves it. */
declare module 'punycode/punycode.js' {
  const punycode: { toUnicode(domain: string): string }
  export default punycode
}
