import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (/** @type {string} */ name) =>
  parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'), { merge: true });
const { services, networks } = read('docker-compose.yml');
const production = read('docker-compose.production.yml');
const names = Object.keys(services);

/** @param {string} name */
function reaches(name) {
  return names.filter((other) =>
    services[other].networks.some((/** @type {string} */ network) => services[name].networks.includes(network)),
  );
}

describe('the containers of a deployment', () => {
  it.each(names)(
    'give whoever breaks into %s nothing to write to, no rights, and an end to memory and processes',
    (name) => {
      expect(services[name]).toMatchObject({
        read_only: true,
        tmpfs: ['/tmp'],
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        mem_limit: expect.stringMatching(/^\d+[mg]$/),
        pids_limit: expect.any(Number),
      });
      expect(services[name].privileged ?? services[name].cap_add).toBeUndefined();
    },
  );

  it('keep the database from the web server, from the outside, and from the network of this machine', () => {
    expect(reaches('web')).toEqual(['api', 'web']);
    expect(reaches('mongo').toSorted()).toEqual(['api', 'migrate', 'mongo', 'worker']);
    expect(services.mongo.networks.map((/** @type {string} */ name) => networks[name]?.internal)).toEqual([true]);
    const ports = names.flatMap((name) => services[name].ports ?? []);
    expect(ports).toEqual(['127.0.0.1:8080:8080', '127.0.0.1:8025:8025']);
  });
});

describe('the containers of production', () => {
  it.each(['migrate', 'api', 'worker'])('run %s by the rules of production, with real addresses', (name) => {
    const { environment } = production.services[name];

    expect(environment.NODE_ENV).toBe('production');
    for (const setting of ['FRONTEND_URL', 'SMTP_URL', 'EMAIL_FROM', 'SUPPORT_EMAIL', 'VIDEO_BASE_URL']) {
      expect(environment[setting]).toMatch(new RegExp(`^\\$\\{${setting}:\\?`));
    }
  });

  it('count both proxies, and keep no mail', () => {
    expect(production.services.api.environment.TRUST_PROXY).toBe('${TRUST_PROXY:-2}');
    expect(production.services.mailbox.profiles).toEqual(['mailbox']);
  });
});
