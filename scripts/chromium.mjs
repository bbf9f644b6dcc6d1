// Finds the Chromium that the end-to-end tests drive, or installs one: `node scripts/chromium.mjs` prints its path.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// The shell has no windows to draw, so pages open in a fraction of the time.
const shell = 'chromium-headless-shell';
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium: that of CHROMIUM, else one on the PATH, else the one that Playwright installed.
 * @returns {string | null}
 */
export function findChromium() {
  const given = process.env.CHROMIUM;
  if (given !== undefined && given !== '') {
    if (isExecutable(given)) return given;
    throw new Error(`CHROMIUM is ${given}, which cannot be run.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...applications];
  return candidates.find(isExecutable) ?? playwrightChromium();
}

/**
 * Finds a Chromium, and installs one where there is none: Debian's as root, otherwise Playwright's own.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  process.stderr.write(`No Chromium found: installing ${debian ? "Debian's" : "Playwright's"}…\n`);
  if (debian) {
    install('apt-get', ['update', '--quiet']);
    // Older Debians have no package of the shell alone.
    const name = spawnSync('apt-cache', ['show', shell]).status === 0 ? shell : 'chromium';
    install('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', name]);
  } else {
    install(process.execPath, [playwrightCli(), 'install', 'chromium']);
  }
  const installed = findChromium();
  if (installed === null) throw new Error('No Chromium could be installed. Install one and set CHROMIUM to its path.');
  return installed;
}

/** @returns {string | null} */
function playwrightChromium() {
  const ask = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  try {
    const path = execFileSync(process.execPath, ['-e', ask], {
      cwd: join(root, 'e2e'),
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return isExecutable(path) ? path : null;
  } catch (error) {
    // The packages are not installed yet.
    if (error instanceof Error && 'status' in error) return null;
    throw error;
  }
}

function playwrightCli() {
  return createRequire(join(root, 'e2e/package.json')).resolve('@playwright/test/cli');
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function install(command, args) {
  // Installers must not mix with what the caller reads from our standard output.
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0)
    throw new Error(`"${command} ${args.join(' ')}" failed. Install a Chromium and set CHROMIUM to its path.`);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${ensureChromium()}\n`);
