import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/src/config/config.ts';
import { closeServer, listen } from '../processes/listen.ts';
import { freePort } from '../processes/ports.ts';
import { apiEnvironment, clientEnvironment } from './environment.ts';
import { checkPorts } from './preflight.ts';
import { loadSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';

const secrets = { jwtSecret: 's'.repeat(43), razorpayKeySecret: 'key', razorpayWebhookSecret: 'hook' };
const parts = { mongodbUri: 'mongodb://127.0.0.1:1/serene', smtpUrl: 'smtp://127.0.0.1:2', secrets };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-stack-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function settingsOf(env: NodeJS.ProcessEnv = {}) {
  return readSettings(env, { root: '/serene', watch: false });
}

describe('the settings of the starter', () => {
  it('have a default for everything', () => {
    expect(settingsOf()).toMatchObject({
      ports: { api: 4000, web: 5173, sandbox: 4010, mailbox: 4020 },
      dataDir: '/serene/.data',
      clockOffset: '0',
      mongodbUri: undefined,
    });
  });

  it('take an absolute DATA_DIR as it is, and an empty variable as absent', () => {
    expect(settingsOf({ DATA_DIR: '/elsewhere', PORT: '' })).toMatchObject({
      dataDir: '/elsewhere',
      ports: { api: 4000 },
    });
  });

  it('name everything that is wrong at once', () => {
    expect(() => settingsOf({ NODE_ENV: 'production', PORT: 'http', CLOCK_OFFSET: 'tomorrow' })).toThrow(
      /NODE_ENV must not be production.*PORT must be a whole number from 1 to 65535, not "http".*CLOCK_OFFSET must look like \+23h/,
    );
  });
});

describe('the environment of the API', () => {
  it('is complete without any setting', () => {
    const env = apiEnvironment(settingsOf(), parts);

    expect(readConfig(env)).toMatchObject({
      config: {
        RAZORPAY_BASE_URL: 'http://127.0.0.1:4010',
        FRONTEND_URL: 'http://localhost:5173',
        CLOCK_FILE: '/serene/.data/clock-offset',
      },
    });
  });

  it('moves the clock by the file alone, so that an offset does not count twice', () => {
    expect(apiEnvironment(settingsOf({ CLOCK_OFFSET: '+23h' }), parts)).not.toHaveProperty('CLOCK_OFFSET');
  });

  it('passes on what the caller has set', () => {
    const env = apiEnvironment(
      settingsOf({ HOLD_MINUTES: '3', JWT_SECRET: 'x'.repeat(32), FRONTEND_URL: 'http://box:80' }),
      parts,
    );

    expect(env).toMatchObject({ HOLD_MINUTES: '3', JWT_SECRET: 'x'.repeat(32), FRONTEND_URL: 'http://box:80' });
  });

  it('has the real gateway once its key is set', () => {
    const env = apiEnvironment(settingsOf({ RAZORPAY_KEY_ID: 'rzp_test_x', RAZORPAY_KEY_SECRET: 'mine' }), parts);

    expect(env).toMatchObject({ RAZORPAY_KEY_ID: 'rzp_test_x', RAZORPAY_KEY_SECRET: 'mine' });
    expect(env).not.toHaveProperty('RAZORPAY_BASE_URL');
  });

  it('shares brand and support address with the build of the client', () => {
    expect(clientEnvironment(settingsOf({ BRAND_NAME: 'Calm', SUPPORT_EMAIL: 'help@example.com' }))).toMatchObject({
      VITE_BRAND_NAME: 'Calm',
      VITE_SUPPORT_EMAIL: 'help@example.com',
    });
  });
});

describe('the secrets of a machine', () => {
  it('are made once and readable by their owner only', () => {
    const file = join(folder, 'secrets.json');
    const made = loadSecrets(file);

    expect(made.jwtSecret.length).toBeGreaterThanOrEqual(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadSecrets(file)).toEqual(made);
  });

  it('are made anew when the file is damaged', () => {
    const file = join(folder, 'secrets.json');
    writeFileSync(file, '{"jwtSecret":"short"}');

    expect(loadSecrets(file).jwtSecret.length).toBeGreaterThanOrEqual(32);
  });
});

describe('the ports of the stack', () => {
  async function ports() {
    const names = ['PORT', 'CLIENT_PORT', 'SANDBOX_PORT', 'MAILBOX_PORT'];
    const free = await Promise.all(names.map(() => freePort()));
    return Object.fromEntries(names.map((name, index) => [name, `${free[index]}`]));
  }

  it('are all named when they are taken, with a way out', async () => {
    const server = createServer();
    const taken = await listen(server, 0);
    const settings = settingsOf({ ...(await ports()), CLIENT_PORT: `${taken}` });

    await expect(checkPorts(settings)).rejects.toMatchObject({
      message: `A port is in use by another program: ${taken} (CLIENT_PORT, for the web app).`,
      remedy: expect.stringContaining(`CLIENT_PORT=${taken + 1000} npx pnpm@12 start`),
    });
    await closeServer(server);
  });

  it('do not matter for a part that is not started', async () => {
    const server = createServer();
    const taken = await listen(server, 0);
    const settings = settingsOf({ ...(await ports()), MAILBOX_PORT: `${taken}`, SMTP_URL: 'smtp://127.0.0.1:25' });

    await expect(checkPorts(settings)).resolves.toBeUndefined();
    await closeServer(server);
  });

  it('must differ', async () => {
    const free = await ports();

    await expect(checkPorts(settingsOf({ ...free, PORT: free['CLIENT_PORT'] }))).rejects.toThrow(
      'which another part has too',
    );
  });
});
