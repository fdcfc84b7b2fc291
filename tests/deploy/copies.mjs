// An export of the site, and web servers that send it as the files in it say.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { HANGING } from '../browser/hanging.mjs';
import { binary } from '../browser/server.mjs';

const CADDY = process.env.LECTERN_CADDY ?? path.join(import.meta.dirname, '.venv/bin/caddy');

// Where Debian puts the module for Brotli, which is part of no nginx.
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

// Who may do nothing: root is what a web server should not be.
const NOBODY = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};

/** A folder with an export in it and room for a server; `remove` takes it away. */
export function exported(...options) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'lectern-copy-'));
  const site = path.join(home, 'site');
  execFileSync(binary, ['export', site, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  chmodSync(home, 0o755);
  if (NOBODY.uid) chownSync(home, NOBODY.uid, NOBODY.gid);
  const told = (name) => readFileSync(path.join(site, name), 'utf8');
  return { home, site, told, remove: () => rmSync(home, { recursive: true }) };
}

/** Whether nginx can send Brotli here. */
export const nginxKnowsBrotli = existsSync(BROTLI);

/** nginx, with nothing said of the site but what is in the export. */
export const startNginx = (copy) => started(copy, 'nginx', (port) => `
${nginxKnowsBrotli ? `load_module ${BROTLI};` : ''}
daemon off;
worker_processes 1;
pid ${copy.home}/nginx.pid;
error_log stderr warn;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${copy.home}/${name};`).join(' ')}
  include ${copy.site}/maps.nginx;
  server {
    listen 127.0.0.1:${port};
    root ${copy.site};
    include ${copy.site}/server.nginx;
    ${nginxKnowsBrotli ? 'brotli_static on;' : ''}
  }
}
`, (file) => ['nginx', '-e', 'stderr', '-p', copy.home, '-c', file]);

/** Caddy, in the same way. */
export const startCaddy = (copy) => started(copy, 'Caddyfile', (port) => `
{
	admin off
	auto_https off
	persist_config off
	log {
		level WARN
	}
}
http://127.0.0.1:${port} {
	root * ${copy.site}
	import ${copy.site}/site.caddy
}
`, (file) => [CADDY, 'run', '--config', file, '--adapter', 'caddyfile']);

/** Starts a server with a configuration on a free port; resolves to `{ origin, said, stop }`. */
async function started(copy, name, configuration, command) {
  const port = await freePort();
  const file = path.join(copy.home, name);
  writeFileSync(file, configuration(port));
  const [program, ...options] = command(file);
  const child = spawn(program, options, {
    ...NOBODY,
    cwd: copy.home,
    env: { PATH: `${process.env.PATH}:/usr/sbin`, HOME: copy.home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit').finally(() => process.off('exit', kill));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  for (const start = Date.now(); !await answers(port); await setTimeout(20)) {
    if (child.exitCode !== null || Date.now() - start > HANGING) {
      kill();
      throw new Error(`${program} did not start:\n${said}`);
    }
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    // Caddy also says what it will not do, such as HTTP/3 without TLS.
    said: () => said.split('\n').filter((line) => !line.includes('"level":"warn"')).join('\n').trim(),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const answers = (port) => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1');
  socket.once('connect', () => (socket.destroy(), resolve(true)));
  socket.once('error', () => resolve(false));
});
