import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unreadable } from './marker.ts';

/** Without one of these WiredTiger, which both engines store with, begins anew, as if its other files were not there. */
const keyFiles = ['WiredTiger', 'WiredTiger.wt', 'WiredTiger.turtle'];

/** @throws StartError when there is data in `home`, and its engine would not find it */
export function checkFiles(home: string): void {
  const folder = filesFolder(home);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const hasData = names.some((name) => name.endsWith('.wt') && !name.startsWith('WiredTiger'));
  const gone = keyFiles.filter((name) => !names.includes(name));
  if (hasData && gone.length > 0) throw unreadable(home, `lacks ${gone.join(', ')}, it seems damaged`);
}

/** Where the engine has its own files. */
export function filesFolder(home: string): string {
  return join(home, 'files');
}
