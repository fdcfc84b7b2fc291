// Stopping must not wait for readers who keep their connection open.
import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';
import { startServer } from './server.mjs';

test('SIGTERM ends the server with code 0 beside an idle connection', async () => {
  const server = await startServer();
  const agent = new http.Agent({ keepAlive: true });
  const status = await new Promise((resolve, reject) => {
    http.get(server.origin, { agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    }).on('error', reject);
  });
  assert.equal(status, 200);
  await server.stop();
  agent.destroy();
});
