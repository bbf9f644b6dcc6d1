import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/**
 * Makes the built app installable, and lets it open without a connection: a service worker keeps the files of the app,
 * and nothing of the API. A new version takes over at once; an open page goes on with what it has, and the next one
 * that is opened is new.
 */
export function installableApp(brandName: string) {
  const [shortName = brandName] = brandName.split(' ');
  return [
    VitePWA({
      // src/lib/service-worker.ts does.
      injectRegister: false,
      manifest: {
        id: '/',
        name: brandName,
        short_name: shortName,
        description: 'Find an expert, book a one-to-one session and pay safely.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#ffffff',
        background_color: '#f7f9fb',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['index.html', 'favicon.svg', 'assets/*.{js,css,woff2}'],
        // Few systems need it, and it is larger than the rest of the app.
        globIgnores: ['assets/noto-sans-devanagari-*'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//],
        skipWaiting: true,
        clientsClaim: false,
        cleanupOutdatedCaches: true,
      },
    }),
    withoutStaleWorker(),
  ];
}

/** A browser may hold the worker of a built app that ran on this port before: in development it gives way. */
function withoutStaleWorker(): Plugin {
  return {
    name: 'without-stale-worker',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use('/sw.js', (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.setHeader('Cache-Control', 'no-store');
        response.end(givingWay);
      });
    },
  };
}

const givingWay = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(giveWay()));
async function giveWay() {
  await self.registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
  for (const page of await self.clients.matchAll({ type: 'window' })) await page.navigate(page.url);
}`;
