import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev --workspace packages/admin` serves the pages with hot reload, and passes the API on to a running service.
const SERVICE = process.env.CONNECTOR_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  resolve: { conditions: ['tiktok-connector-source', 'module', 'browser', 'import', 'default'] },
  server: { proxy: { '/api': SERVICE, '/uploads': SERVICE, '/admin/config.json': SERVICE } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The Content-Security-Policy allows no data: scripts; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        // Libraries change more rarely than pages, and stay in the browser's cache.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(?!react-virtual|virtual-core)[\w-]+|react-intl|@formatjs)\//,
              priority: 2,
            },
          ],
        },
      },
    },
  },
});
