// Bundles the API into dist/main.js, and the migrations beside it. Packages from npm stay outside: the image installs them.
import { build } from 'esbuild';

/** Everything that is neither a file of ours nor the shared package, which is TypeScript source. */
const npmPackagesStayOutside = {
  name: 'npm-packages-stay-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ kind, path }) => {
      const ours = kind === 'entry-point' || path.startsWith('@serene/');
      return ours ? undefined : { path, external: true };
    });
  },
};

await build({
  entryPoints: { main: 'src/main.ts', migrate: 'migrations/main.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'info',
  plugins: [npmPackagesStayOutside],
});
