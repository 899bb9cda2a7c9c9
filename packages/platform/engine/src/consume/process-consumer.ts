import type { Process } from '../define/process.ts';
import { engineEvents } from '../process/command-refused.ts';
import { concerns, instanceOf, reactToBatch } from '../process/react-batch.ts';
import { readInstances } from '../process/read-instances.ts';
import { reactionValues, storeReactions } from '../process/store-reactions.ts';
import type { Registry } from '../registry.ts';
import { moveCheckpointAsParked, moveValues, onlyKey } from './checkpoint.ts';
import type { Consumer } from './consumer.ts';
import { type FollowPorts, follow } from './follow.ts';

/**
 * A process, drained: its instances' states, its commands, its timers and its checkpoint are one statement. What changes
 * instances beside it raises the checkpoint's `parks`, so that nothing is written over.
 */
export const processConsumer = (
  ports: FollowPorts & { readonly watermark: () => Promise<number> },
  registry: Registry,
  process: Process,
): Consumer => {
  const { pool, worker } = ports;
  const key = onlyKey(process.name);
  return follow(ports, {
    name: process.name,
    key,
    kind: 'process',
    types: [...process.events, engineEvents.CommandRefused].map(({ type }) => type),
    batch: 200,
    start: () => (process.startFrom === 'beginning' ? Promise.resolve(0) : ports.watermark()),
    async take(events, move) {
      const inputs = events
        .filter((event) => concerns(process, event))
        .map((event) => ({ instance: instanceOf(process, event), input: { kind: 'event', event } as const }));
      const concerned = [...new Set(inputs.map(({ instance }) => instance))];
      const known = await readInstances(pool, process.name, concerned, { causes: false });
      const reactions = reactToBatch(process, known, inputs);
      const { rows } = await pool.query<{ moved: boolean }>({
        name: 'process-step',
        text: `with ${moveCheckpointAsParked}, ${storeReactions(9)}
               select exists (select from mine) as moved`,
        values: [...moveValues(key, move, worker), move.parks, 0, ...reactionValues(process, registry, reactions)],
      });
      return { moved: rows[0]?.moved === true, commands: reactions.sent.length };
    },
  });
};
