import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Health {
  checkReady(): Promise<void>;
  status(): object;
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** `/healthz`: the process is alive, with its figures; `/readyz`: it can do its work. */
export const serveHealth = async (health: Health, host: string, port: number): Promise<HealthServer> => {
  const answers: Readonly<Record<string, () => Promise<[status: number, body: object]>>> = {
    '/healthz': async () => [200, { status: 'ok', ...health.status() }],
    '/readyz': () =>
      health.checkReady().then(
        () => [200, { status: 'ready' }],
        () => [503, { status: 'not ready', problem: 'Postgres does not answer.' }],
      ),
  };
  const server = createServer(async (request, response) => {
    const answer = answers[request.url?.split('?')[0] ?? ''];
    const [status, body] = answer ? await answer() : [404, { problem: 'Only /healthz and /readyz are here.' }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
};
