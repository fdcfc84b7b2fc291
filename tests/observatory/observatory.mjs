// Scores Lectern as `scan` of the Observatory does, which knows no ports.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { once } from 'node:events';
import path from 'node:path';
import { ALL_TESTS } from '@mdn/mdn-http-observatory/src/constants.js';
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from '@mdn/mdn-http-observatory/src/grader/charts.js';
import { getGradeForScore, getScoreModifier } from '@mdn/mdn-http-observatory/src/grader/grader.js';
import { retrieve } from '@mdn/mdn-http-observatory/src/retriever/retriever.js';
import { startServer } from '../browser/server.mjs';

const room = process.argv[2];

async function listening(server) {
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return { port: server.address().port, stop: () => (server.closeAllConnections(), server.close()) };
}

/** What the files in `deploy/` make of a web server: TLS, a header that asks for it, and nothing without. */
async function startProxy(origin) {
  const tls = { key: readFileSync(path.join(room, 'key.pem')), cert: readFileSync(path.join(room, 'cert.pem')) };
  const secure = await listening(https.createServer(tls, (asked, answered) => {
    const { method, headers } = asked;
    asked.pipe(http.request(origin + asked.url, { method, headers }, (answer) => {
      const hsts = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };
      answered.writeHead(answer.statusCode, { ...answer.headers, ...hsts });
      answer.pipe(answered);
    }));
  }));
  const plain = await listening(http.createServer((asked, answered) => {
    answered.writeHead(308, { location: `https://localhost:${secure.port}${asked.url}` }).end();
  }));
  return { httpPort: plain.port, httpsPort: secure.port, stop: () => (plain.stop(), secure.stop()) };
}

/** Grade, score and what was found, as `scan` reckons it. */
async function scored(ports) {
  const asked = await retrieve('localhost', ports);
  if (!asked.responses.auto) throw new Error('the Observatory was not answered');
  const found = ALL_TESTS.map((test) => test(asked)).filter((one) => one.result);
  const modifiers = found.map((one) => getScoreModifier(one.result));
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  const least = 100 + sum(modifiers.filter((one) => one < 0));
  const { grade, score } = getGradeForScore(least >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? 100 + sum(modifiers) : least);
  return { grade, score, found: found.map((one, index) => `${String(modifiers[index]).padStart(5)}  ${one.result}`) };
}

const server = await startServer();
const proxy = await startProxy(server.origin);
const behind = await scored(proxy);
const plainPort = Number(new URL(server.origin).port);
// Nobody listens at the port of TLS.
const plain = await scored({ httpPort: plainPort, httpsPort: 1 });
proxy.stop();
await server.stop();
for (const [name, { grade, score, found }] of Object.entries({ 'behind a proxy with TLS': behind, 'over plain HTTP': plain })) {
  console.log(`${name}: ${grade}, ${score}\n${found.join('\n')}\n`);
}
process.exitCode = behind.grade === 'A+' ? 0 : 1;
