import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the starter and its parts keep in the data folder. */
const ours = new Set([
  'clock-offset',
  'database',
  'logs',
  'mailbox.jsonl',
  'ports.json',
  'processes.json',
  'running.json',
  'sandbox.json',
  'secrets.json',
]);

/**
 * Takes what an older version left readable for everybody from all but the owner: data, emails, logs and secrets. Files
 * of somebody else stay as they are, and so does a folder that holds any: DATA_DIR may name one that is shared.
 */
export function makePrivate(dataDir: string): void {
  const names = readdirSync(dataDir);
  if (names.every((name) => ours.has(name))) chmodSync(dataDir, 0o700);
  for (const entry of readdirSync(dataDir, { withFileTypes: true })) {
    if (!ours.has(entry.name)) continue;
    if (entry.isFile()) chmodSync(join(dataDir, entry.name), 0o600);
    if (entry.isDirectory()) makeFolderPrivate(join(dataDir, entry.name));
  }
}

function makeFolderPrivate(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    // A database that is just ending removes files of its own. Links are left alone: they may lead elsewhere.
    if (!existsSync(path)) continue;
    if (entry.isDirectory()) chmodSync(path, 0o700);
    if (entry.isFile()) chmodSync(path, 0o600);
  }
}
