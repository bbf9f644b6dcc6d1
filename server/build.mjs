// Bundles the API and its migrations into dist. Packages from npm stay outside: the image installs them.
// With --local, what `pnpm start` runs: the same and the demo data, into dist/local. A bundle starts twice as fast as the source.
import { build } from 'esbuild';

const local = process.argv.includes('--local');

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
  entryPoints: {
    main: 'src/main.ts',
    migrate: 'migrations/main.ts',
    account: 'accounts/main.ts',
    'verify-ledger': 'ledger/verify.ts',
    ...(local ? { seed: '../tools/dev/seed/main.ts' } : {}),
  },
  outdir: local ? 'dist/local' : 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [npmPackagesStayOutside],
});
