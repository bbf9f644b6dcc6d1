import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruiseBoundaries, ruleNames } from './cruise.mjs';

/** For each rule an import that breaks it: what the file is, and what it imports. */
const crossings = {
  'no-circular': ['server/src/infra/ring.ts', './ring-back.ts'],
  'no-unresolvable': ['server/src/infra/lost.ts', './nowhere.ts'],
  'shared-is-pure': ['shared/src/money/disk.ts', 'node:fs'],
  'client-without-server': ['client/src/lib/spy.ts', '../../../server/src/infra/clock.ts'],
  'server-without-client': ['server/src/infra/spy.ts', '../../../client/src/lib/dates.ts'],
  'src-without-dev': ['server/src/infra/demo.ts', '../../../tools/dev/sandbox/index.ts'],
  'commands-without-tools': ['server/migrations/demo.ts', '../../tools/dev/sandbox/index.ts'],
  'production-without-dev-packages': ['server/src/infra/tool.ts', 'a-dev-package'],
  'feature-door': ['server/src/features/sessions/sneak.ts', '../experts/search.ts'],
  'feature-door-from-outside': ['server/src/wire.ts', './features/experts/search.ts'],
  'routes-call-use-cases': ['server/src/features/experts/routes.ts', './repository.ts'],
  'models-behind-repositories': ['server/src/features/experts/search.ts', './model.ts'],
  'use-cases-without-http': ['server/src/features/experts/answer.ts', '../../http/endpoint.ts'],
  'infrastructure-without-features': ['server/src/infra/wise.ts', '../features/experts/index.ts'],
  'features-below-app': ['client/src/features/booking/climb.ts', '../../app/router.ts'],
  'components-below-features': ['client/src/components/ui/wise.ts', '../../features/booking/index.ts'],
  'lib-below-components': ['client/src/lib/button.ts', '../components/ui/Button.tsx'],
};

/** What holds for the server holds for the tools beside it. */
const crossingsOfTools = [
  ['client-without-server', 'client/src/lib/play.ts', '../../../tools/dev/sandbox/index.ts'],
  ['server-without-client', 'tools/dev/spy.ts', '../../client/src/lib/dates.ts'],
  ['feature-door-from-outside', 'tools/dev/seed/sneak.ts', '../../../server/src/features/experts/search.ts'],
];

/** What they import, and lawful imports of every kind. */
const lawful = {
  'server/src/infra/ring-back.ts': ['./ring.ts'],
  'server/src/infra/clock.ts': [],
  'server/src/http/endpoint.ts': ['../infra/clock.ts'],
  'server/src/features/experts/model.ts': [],
  'server/src/features/experts/repository.ts': ['./model.ts'],
  'server/src/features/experts/list.ts': ['./repository.ts', '../sessions/index.ts', '../../infra/clock.ts'],
  'server/src/features/experts/index.ts': ['./list.ts', './model.ts'],
  'server/src/features/sessions/routes.ts': ['../../http/endpoint.ts'],
  'server/src/features/sessions/index.ts': ['./routes.ts'],
  'server/src/features/sessions/life.test.ts': ['./index.ts', '../../../../tools/dev/sandbox/index.ts'],
  'server/src/main.ts': ['./features/experts/index.ts', '../../shared/src/money/price.ts'],
  'server/migrations/main.ts': ['../src/infra/clock.ts'],
  'server/migrations/run.test.ts': ['./main.ts', '../../tools/dev/sandbox/index.ts'],
  'tools/dev/sandbox/index.ts': ['../../../server/src/infra/clock.ts', 'node:fs'],
  'tools/dev/seed/main.ts': ['../../../server/src/features/experts/index.ts'],
  'shared/src/money/price.ts': ['./units.ts'],
  'shared/src/money/units.ts': [],
  'client/src/lib/dates.ts': ['../../../shared/src/money/price.ts'],
  'client/src/components/ui/Button.tsx': ['../../lib/dates.ts'],
  'client/src/features/experts/index.ts': ['../../components/ui/Button.tsx'],
  'client/src/features/booking/index.ts': ['../experts/index.ts'],
  'client/src/app/router.ts': ['../features/booking/index.ts'],
};

let root = '';
let violations = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'serene-boundaries-'));
  write('server/package.json', JSON.stringify({ name: 'server', devDependencies: { 'a-dev-package': '1.0.0' } }));
  write('server/node_modules/a-dev-package/package.json', JSON.stringify({ name: 'a-dev-package', main: 'index.js' }));
  write('server/node_modules/a-dev-package/index.js', '');
  for (const [file, imports] of Object.entries(lawful)) writeModule(file, imports);
  for (const [file, imported] of Object.values(crossings)) writeModule(file, [imported]);
  for (const [, file, imported] of crossingsOfTools) writeModule(file, [imported]);
  ({ violations } = await cruiseBoundaries(root, ['shared', 'server', 'tools', 'client']));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function write(file, content) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

function writeModule(file, imports) {
  write(file, `${imports.map((path) => `import '${path}';\n`).join('')}export const value = 1;\n`);
}

describe('the dependency rules', () => {
  it('each have an example here', () => {
    expect(Object.keys(crossings)).toEqual(ruleNames);
  });

  it.each(Object.entries(crossings))('%s is noticed', (rule, [from]) => {
    // A circle is reported once, from either end.
    const found = violations.filter((violation) => violation.from === from || violation.to === from);

    expect(found.map((violation) => violation.rule)).toContain(rule);
  });

  it.each(crossingsOfTools)('%s is noticed of the tools', (rule, from) => {
    expect(violations).toContainEqual({ from, to: expect.any(String), rule });
  });

  it('let everything lawful pass', () => {
    const offenders = new Set(violations.map(({ from }) => from));
    const examples = Object.keys(lawful).filter((file) => file !== 'server/src/infra/ring-back.ts');

    expect(examples.filter((file) => offenders.has(file))).toEqual([]);
  });
});
