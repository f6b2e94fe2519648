import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { openingPage } from './opening-page.mjs'

/** One Vite configuration for the three portals. `offset` is the portal's distance from PORT_BASE (design.md ports). */
export function portalConfig(offset) {
  const base = Number(process.env.PORT_BASE ?? 3000)
  return defineConfig({
    plugins: [react(), openingPage()],
    build: { outDir: 'dist', sourcemap: false, chunkSizeWarningLimit: 900 },
    server: { port: base + offset, proxy: { '/api': `http://127.0.0.1:${base}` } },
  })
}
