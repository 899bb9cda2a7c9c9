import { type HttpConnection, openConnection } from './http-connection.ts';

const STATUS = JSON.stringify({
  query: '{ systemStatus { watermark upToDate lagMs consumers { kind lagEvents } } }',
});

export interface Freshness {
  readonly upToDate: boolean;
  readonly lagMs: number;
  /** Nothing waits anywhere: no event, no command. */
  readonly idle: boolean;
}

const ask = async (connection: HttpConnection): Promise<Freshness> => {
  const { body } = await connection.post('/graphql', STATUS);
  const { data } = JSON.parse(body) as {
    data: { systemStatus: { upToDate: boolean; lagMs: number; consumers: { lagEvents: number }[] } };
  };
  const { upToDate, lagMs, consumers } = data.systemStatus;
  return { upToDate, lagMs, idle: consumers.every(({ lagEvents }) => lagEvents === 0) };
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until nothing is left to do; false where that takes longer. */
export const settle = async (port: number, within: number): Promise<boolean> => {
  const connection = await openConnection(port);
  const deadline = Date.now() + within;
  let idle = false;
  while (!idle && Date.now() < deadline) {
    ({ idle } = await ask(connection));
    if (!idle) await pause(500);
  }
  connection.close();
  return idle;
};

/** The share of looks, while `work` runs, at which every view was as fresh as it promises. */
export const freshWhile = async (port: number, work: () => Promise<void>): Promise<number> => {
  const connection = await openConnection(port);
  let running = true;
  const looks: boolean[] = [];
  const watching = (async () => {
    while (running) {
      await pause(500);
      looks.push((await ask(connection)).upToDate);
    }
  })();
  await work().finally(() => {
    running = false;
  });
  await watching;
  connection.close();
  return looks.filter(Boolean).length / Math.max(looks.length, 1);
};
