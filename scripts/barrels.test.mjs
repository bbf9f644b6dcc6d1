import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDoors } from './barrels.mjs';
import { inspectDoors } from './door-faults.mjs';
import { readModules } from './read-modules.mjs';
import { root } from './run.mjs';

const experts = 'server/src/features/experts';
const ui = 'client/src/components/ui';

/** A small repository whose doors are as they should be. */
const good = {
  'shared/package.json': '{ "name": "@serene/shared", "exports": { "./money": "./src/money/index.ts" } }',
  'shared/src/money/price.ts': 'export const priceMinor = 1;\nexport const unread = 2;\n',
  'shared/src/money/index.ts': "export { priceMinor } from './price.ts';\n",
  [`${experts}/model.ts`]: 'export const ExpertModel = {};\nexport type Record = object;\n',
  [`${experts}/zones/known-zone.ts`]: 'export type KnownZone = string;\n',
  [`${experts}/zones/inner.ts`]: "export * from './known-zone.ts';\n",
  [`${experts}/list.ts`]:
    "import './zones/inner.ts';\nexport { ExpertModel } from './model.ts';\nexport const all = [];\n",
  [`${experts}/index.ts`]: [
    "export { all as listExperts } from './list.ts';",
    "export { ExpertModel, type Record } from './model.ts';",
    "export type { KnownZone } from './zones/known-zone.ts';\n",
  ].join('\n'),
  'server/src/main.ts': [
    "import { priceMinor } from '@serene/shared/money';",
    `import { ExpertModel, type KnownZone, type Record } from './features/experts/index.ts';`,
  ].join('\n'),
  'tools/dev/seed.ts': "import { listExperts } from '../../server/src/features/experts/index.ts';\n",
  [`${ui}/Button.tsx`]: 'export const Button = () => <button />;\nexport const buttonClass = 1;\n',
  [`${ui}/Popover.tsx`]: 'export const Popover = () => null;\n',
  [`${ui}/Select.tsx`]: "export const Select = () => import('./Popover.tsx');\n",
  [`${ui}/Select.test.tsx`]: "import { Select } from './Select.tsx';\n",
  [`${ui}/index.ts`]: "export { Button, buttonClass } from './Button.tsx';\nexport { Select } from './Select.tsx';\n",
  'client/src/app/Page.tsx': "import { Button, Select } from '../components/ui/index.ts';\n",
  'client/src/app/Page.test.tsx': "import { buttonClass } from '../components/ui/index.ts';\n",
};

/** @type {string} */
let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-barrels-'));
  write(good);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** @param {Record<string, string>} files */
function write(files) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

const inspect = () => inspectDoors(readModules(folder));
const faults = () => inspect().flatMap((finding) => finding.faults);

describe('the check of the doors', () => {
  it('lets a good tree pass: what parts keep to themselves and what tests read are no fault', () => {
    expect(inspect().map(({ door }) => door)).toEqual([
      `${ui}/index.ts`,
      `${experts}/index.ts`,
      'shared/src/money/index.ts',
    ]);
    expect(faults()).toEqual([]);
  });

  it('finds a part without export: what somebody reads, and what nobody needs', () => {
    write({
      'e2e/pages.spec.ts': "import { Record } from '../server/src/features/experts/index.ts';\n",
      'server/src/job.ts': "import { unread } from '@serene/shared/money';\n",
      [`${ui}/Table.tsx`]: 'export const Table = () => null;\n',
      [`${ui}/Table.test.tsx`]: "import { Table } from './Table.tsx';\n",
    });

    expect(faults()).toEqual([
      `${ui}/Table.tsx is not exported: neither the door nor another part needs it.`,
      'shared/src/money/index.ts does not export unread, which server/src/job.ts reads.',
    ]);
  });

  it('finds an export without reader, also behind a star', () => {
    write({
      'shared/src/money/index.ts': "export * from './price.ts';\n",
      'client/src/app/Page.test.tsx': '',
    });

    expect(faults()).toEqual([
      `${ui}/index.ts exports buttonClass, which nobody reads.`,
      'shared/src/money/index.ts exports unread, which nobody reads.',
    ]);
  });

  it('finds a folder without door, and a door that nobody goes through', () => {
    rmSync(join(folder, `${experts}/index.ts`));
    write({
      'client/src/features/booking/index.ts': '',
      'client/src/features/booking/pay.ts': 'export const pay = 1;\n',
    });

    expect(faults()).toContain(`${experts} has no door: there is no index.ts.`);
    expect(faults()).toContain(
      'client/src/features/booking/index.ts has no reader: nobody reads anything of this folder.',
    );
  });

  it('finds a name that two parts export, or none', () => {
    write({
      'server/src/job.ts': "import { priceMinor, rounded } from '@serene/shared/money';\n",
      'shared/src/money/round.ts': 'export const priceMinor = 1;\n',
    });

    expect(faults()).toContain(
      'server/src/job.ts reads priceMinor, but shared/src/money/price.ts and shared/src/money/round.ts export it: rename one.',
    );
    expect(faults()).toContain('server/src/job.ts reads rounded, but no part of shared/src/money exports it.');
  });

  it('finds code in a door, and a door in another order', () => {
    write({
      'shared/src/money/index.ts': 'export const priceMinor = 1;\n',
      [`${ui}/index.ts`]:
        "export { Select } from './Select.tsx';\nexport { buttonClass, Button } from './Button.tsx';\n",
    });

    expect(faults()).toContain('shared/src/money/index.ts has code of its own: move priceMinor into a part.');
    expect(faults()).toContain(`${ui}/index.ts is not as \`pnpm barrels\` writes it.`);
  });

  it.each([
    "const { unread } = await import('../../shared/src/money/index.ts');",
    "vi.mock('@serene/shared/money', () => ({ unread: 1 }));",
    "import * as money from '@serene/shared/money';\nmoney.unread();",
    "export { unread } from '@serene/shared/money';",
    "export { unread as renamed } from '@serene/shared/money';",
  ])('knows that this reads: %s', (code) => {
    write({ 'server/src/job.ts': code });

    expect(faults()).toEqual(['shared/src/money/index.ts does not export unread, which server/src/job.ts reads.']);
  });
});

describe('the writer of the doors', () => {
  it('makes a door that is missing, and those that are wrong, as they should be, folder by folder', () => {
    rmSync(join(folder, 'shared/src/money/index.ts'));
    const messy =
      "export { Select } from './Select.tsx';\nexport * from './Button.tsx';\nexport * from './Popover.tsx';\n";
    write({ [`${ui}/index.ts`]: messy, 'server/src/job.ts': "import { rounded } from '@serene/shared/money';\n" });

    const written = [writeDoors(folder, [ui]), writeDoors(folder)];

    expect(written).toEqual([[`${ui}/index.ts`], ['shared/src/money/index.ts']]);
    for (const door of written.flat()) expect(readFileSync(join(folder, door), 'utf8')).toBe(good[door]);
    expect(faults()).toEqual(['server/src/job.ts reads rounded, but no part of shared/src/money exports it.']);
  });

  it('breaks a line that is too long', () => {
    const names = ['first', 'second', 'third'].map((name) => `${name}${'Long'.repeat(8)}`);
    write({
      'shared/src/money/price.ts': `export const priceMinor = 1;\n${names.map((name) => `export type ${name} = 1;\n`).join('')}`,
      'server/src/job.ts': `import type { ${names.join(', ')} } from '@serene/shared/money';\n`,
    });

    writeDoors(folder);

    const lines = ['priceMinor', ...names.map((name) => `type ${name}`)].map((name) => `  ${name},\n`);
    expect(readFileSync(join(folder, 'shared/src/money/index.ts'), 'utf8')).toBe(
      `export {\n${lines.join('')}} from './price.ts';\n`,
    );
  });

  it('leaves a door alone that a person has to decide about', () => {
    const door = 'shared/src/money/index.ts';
    write({ [door]: "export * from './price.ts';\n", 'shared/src/money/round.ts': 'export const priceMinor = 1;\n' });

    expect(writeDoors(folder)).toEqual([]);
    expect(readFileSync(join(folder, door), 'utf8')).toBe("export * from './price.ts';\n");
  });
});

describe('the doors of the product', () => {
  // That no import closes a circle is a rule of `pnpm boundaries`.
  it('export every public part, and nothing that nobody reads', () => {
    const findings = inspectDoors(readModules(root));

    expect(findings.length).toBeGreaterThan(25);
    expect(findings.flatMap((finding) => finding.faults)).toEqual([]);
  });
});
