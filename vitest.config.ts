import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that start processes wait longest; begun last, one of them would run alone at the end. */
class SlowFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => /(chaos|crash|main|outage|database)\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

// Modules are loaded once per worker instead of once per file, which takes half of the time. No test replaces a module;
// each file makes databases, clocks and servers of its own, and the client's setup clears what a page leaves behind.
// Nothing is timed here: a test that takes long on a busy machine is no fault.
const common = { isolate: false, testTimeout: 120_000, hookTimeout: 180_000 };
const node = { ...common, environment: 'node' as const };

export default defineConfig({
  test: {
    // By default a core is left idle, and of two cores two workers leave a fifth: the tests of the server wait for processes
    // that start, and for clocks.
    maxWorkers: 3,
    sequence: { sequencer: SlowFilesFirst },
    projects: [
      { test: { ...node, name: 'scripts', root: 'scripts', include: ['*.test.mjs'] } },
      { test: { ...node, name: 'shared', root: 'shared', include: ['src/**/*.test.ts'] } },
      {
        test: {
          ...node,
          name: 'server',
          root: 'server',
          // The tools are tried here too: in a project of their own they would start the databases a second time.
          include: ['{src,migrations,accounts,ledger}/**/*.test.ts', '../tools/{dev,chaos}/**/*.test.ts'],
          globalSetup: ['test/database.setup.ts'],
        },
      },
      {
        extends: 'client/vite.config.ts',
        test: {
          ...common,
          name: 'client',
          root: 'client',
          environment: 'happy-dom',
          // As in a browser: whether frames work is asked before the gateway's is opened.
          environmentOptions: { happyDOM: { settings: { enableIframePageLoading: true } } },
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
});
