import path from 'node:path';
import { defineConfig } from 'vite';

// `npm run dev --workspace packages/admin` serves the pages, reloads them after a change, and passes the API on to a running service.
const SERVICE = process.env.CONNECTOR_URL ?? 'http://127.0.0.1:3000';

const MANTINE_STYLES = '@mantine/core/styles.layer.css';
const COMPONENT_CLASSES = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/;

/**
 * Replaces the styles of all of Mantine's components, of which half are never used, by the base: each component then brings its own, so
 * that a page loads only what it shows. Components import what they are built on first, so the order of the styles is right. They are
 * in a layer, so that the styles of a page win whichever is loaded first. While pages are developed, the styles stay whole.
 */
const stylesOfUsedComponents = {
  name: 'styles-of-used-components',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source) =>
    source === MANTINE_STYLES ? path.resolve(import.meta.dirname, 'src/app/mantine-base.css') : null,
  transform(code, id) {
    const component = COMPONENT_CLASSES.exec(id)?.[1];
    return component === undefined
      ? null
      : { code: `import '@mantine/core/styles/${component}.layer.css';\n${code}`, map: null };
  },
};

export default defineConfig({
  base: '/admin/',
  plugins: [stylesOfUsedComponents],
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
        codeSplitting: {
          groups: [
            // Libraries change more rarely than pages, and stay in the browser's cache.
            {
              name: 'react',
              tags: ['$initial'],
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/[\w-]+|react-intl|@formatjs)\//,
              priority: 2,
            },
            // What every page needs is one file, not fifty.
            { name: 'shell', tags: ['$initial'], priority: 1 },
            { name: 'icons', test: /@tabler\/icons-react/, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
