// Prints the rules as Vite ships them to browsers: one script with everything that they import, minified for the browsers that the portals are built for.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const [{ output: [{ code }] }] = await build({
  configFile: false, logLevel: 'error', root: fileURLToPath(new URL('../', import.meta.url)),
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: { write: false, minify: true, lib: { entry: 'stand/browser-rules.mjs', formats: ['iife'], name: 'rules' } },
})
process.stdout.write(code)
