import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, '.', ['PORT', 'CLIENT_PORT']);
  const api = `http://127.0.0.1:${env['PORT'] ?? '4000'}`;
  return {
    plugins: [react(), tailwindcss()],
    server: {
      port: Number(env['CLIENT_PORT'] ?? 5173),
      strictPort: true,
      // One origin, as in production: the refresh cookie and the Origin check depend on it (rule A1).
      proxy: { '/api': { target: api, changeOrigin: false } },
    },
    build: { target: 'baseline-widely-available' },
  };
});
