import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { compileMessages } from './compile-messages.ts';
import { installableApp } from './pwa.ts';
import { preloadApp } from './preload-app.ts';

// Beside one file per page: the libraries, which change seldom, and what nearly every page uses. Fewer and larger files
// compress better, and a new version leaves more of them in the browser's cache.
const chunkGroups = [
  {
    name: 'vendor',
    // Without what only some pages need of them.
    test: /node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|@tanstack)\/(?!.*(?:hydration|nfinite|ueries))/,
    priority: 2,
  },
  // What chooses the language stands alone: it must not bring modules along that read their words as they load.
  {
    name: 'language',
    test: /src\/lib\/(?:guarded\/storage|messages\/(?:translate|locale|catalogues)|reload-when-outdated)\.ts|icu-minify|preload-helper/,
    priority: 3,
  },
  // Not what dialogs and menus are made of: many pages have one, and those that visits begin with have none.
  { name: 'common', test: /^(?!.*node_modules(?!.*lucide))/, minShareCount: 16, priority: 1 },
  // A few lines each: as files of their own they would cost more to ask for than to bring along.
  {
    name: 'small',
    test: /features\/\w+\/api\/keys\.ts|features\/experts\/(?:words|api\/expert)\.ts|src\/lib\/list\.ts|shared\/src\/money\/|src\/lib\/money\.ts|icons\/(?:star|calendar-x)\.m?js|write-address\.ts|ui\/(?:Avatar|LoadMore)\.tsx|offline-copy\/storage|components\/ZoneLine/,
    priority: 1,
  },
  // The pictures of a booking's steps and facts: one file costs half of what one file for each does.
  {
    name: 'icons',
    test: /icons\/(?:calendar-days|clock|timer|check|arrow-left|hourglass|credit-card|globe|tag|chevron-down)\.m?js/,
    priority: 0,
  },
];

/**
 * Pages and libraries are found by their names. What else several pages share has only a name by chance, and each name is
 * written down in the first script of every visit.
 */
const chunkFileNames = ({ name, isDynamicEntry }: { name: string; isDynamicEntry: boolean }) =>
  isDynamicEntry || name === 'vendor' ? 'assets/[name]-[hash:7].js' : 'assets/[hash:7].js';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, '.', ['PORT', 'CLIENT_PORT', 'VITE_BRAND_NAME']);
  const api = `http://127.0.0.1:${env['PORT'] ?? '4000'}`;
  const brandName = env['VITE_BRAND_NAME'] ?? 'Serene Wellbeing';
  return {
    plugins: [compileMessages(), preloadApp(), react(), tailwindcss(), installableApp(brandName)],
    server: {
      port: Number(env['CLIENT_PORT'] ?? 5173),
      strictPort: true,
      // One origin, as in production: the refresh cookie and the Origin check depend on it (rule A1).
      proxy: { '/api': { target: api, changeOrigin: false } },
    },
    build: {
      target: 'baseline-widely-available',
      // For scripts/sizes.mjs.
      manifest: true,
      rolldownOptions: { output: { codeSplitting: { groups: chunkGroups }, chunkFileNames } },
    },
  };
});
