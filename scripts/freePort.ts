import { createServer } from 'node:net';

/** Whether 127.0.0.1 lets a server listen on `port` now. Port 0 asks the system for any free one. */
async function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => {
        resolve(taken);
      });
    });
  });
}

/** The preferred port where it is free, else any free port of 127.0.0.1. */
export async function freePort(preferred = 0): Promise<number> {
  const port = (await tryPort(preferred)) ?? (await tryPort(0));
  if (port === undefined) throw new Error('127.0.0.1 has no free port to listen on.');
  return port;
}
