import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The configuration of the web image, as it is deployed. */
export const deployedConfig = readFileSync(
  fileURLToPath(new URL('../../../deploy/nginx.conf', import.meta.url)),
  'utf8',
);

const program = 'nginx';
const PATH = [process.env['PATH'] ?? '', '/usr/sbin', '/usr/local/sbin'].join(delimiter);
const environment = { ...process.env, PATH };

/** The version of the nginx of this machine, or null where there is none. */
export function findNginx(): string | null {
  const { stderr, error } = spawnSync(program, ['-v'], { env: environment, encoding: 'utf8' });
  return error === undefined ? stderr.trim() : null;
}

type Places = { port: number; apiPort: number };

/** A folder that holds a page, a script and the deployed configuration, with this machine's ports and paths. */
export function prepareNginx({ port, apiPort }: Places) {
  const folder = mkdtempSync(join(tmpdir(), 'serene-nginx-'));
  mkdirSync(join(folder, 'html/assets'), { recursive: true });
  writeFileSync(join(folder, 'html/index.html'), '<div id="root"></div>');
  writeFileSync(join(folder, 'html/assets/index-Ab12Cd34.js'), 'console.log(1)');
  const site = deployedConfig
    .replaceAll('http://api:4000', `http://127.0.0.1:${apiPort}`)
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('/usr/share/nginx/html', join(folder, 'html'))
    .replace('/var/log/nginx/access.log', join(folder, 'access.log'));
  writeFileSync(join(folder, 'nginx.conf'), `${surroundings(folder)}\nhttp {\n${basics(folder)}\n${site}\n}\n`);
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];

  return {
    /** What `nginx -t` says, and whether it accepts the configuration. */
    check() {
      const { status, stderr } = spawnSync(program, [...args, '-t'], { env: environment, encoding: 'utf8' });
      return { accepted: status === 0, said: stderr };
    },
    start() {
      const child = spawn(program, args, { env: environment, stdio: 'ignore' });
      return {
        async stop() {
          child.kill('SIGTERM');
          if (child.exitCode === null) await once(child, 'exit');
        },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function surroundings(folder: string): string {
  // Root's workers would run as another user, who may not read the folder.
  const user = userInfo().uid === 0 ? 'user root;' : '';
  return `${user} daemon off; worker_processes 1; pid ${join(folder, 'nginx.pid')}; events {}`;
}

/** What the image's own nginx.conf sets around the site, and folders that this user may write to. */
function basics(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  return `log_format main '$remote_addr $status'; types { text/html html; text/javascript js; } ${temporary.join(' ')}`;
}
