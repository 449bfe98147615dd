import { parseArgs } from 'node:util';
import { ensureBuilt } from './buildSite.ts';
import { freePort } from './freePort.ts';
import { endpointOrigins } from './siteHeaders.ts';
import { startSiteServer } from './siteServer.ts';

const USAGE = `Usage: npm start -- [--port N] [--hub ORIGIN] [--endpoint ORIGIN]
  --port N           port on 127.0.0.1 (4180, or another where that one is taken)
  --hub ORIGIN       an origin the page may fetch models from besides the public hub
  --endpoint ORIGIN  an origin whose models the page may ask, besides this machine's and OpenAI's`;

const DEFAULT_PORT = 4180;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    hub: { type: 'string', multiple: true, default: [] },
    endpoint: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});

function readPort(given: string): number {
  const port = Number(given);
  if (given.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`--port is "${given}": give a whole number from 0 to 65535.`);
  }
  return port;
}

async function serve(): Promise<void> {
  const port = values.port === undefined ? await freePort(DEFAULT_PORT) : readPort(values.port);
  await ensureBuilt();
  const { url } = await startSiteServer({
    port,
    hubs: [...values.hub, ...endpointOrigins(values.endpoint)],
  });
  console.log(`Benchside is at ${url} (stop it with Ctrl+C)`);
}

if (values.help) {
  console.log(USAGE);
} else {
  await serve().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
