import type { CommandRequest } from '../../command/request.ts';
import type { Process } from '../../define/process.ts';
import type { Sent } from '../../process/react-batch.ts';
import { commandIdOf, targetOf } from '../../process/store-reactions.ts';
import type { Registry } from '../../registry.ts';
import type { Answer } from './world-commands.ts';

type Row = CommandRequest & { readonly commandId: string };

/** Commands of one process for one stream, in order. */
interface Line {
  readonly rows: Row[];
  /** Its first command answered "not yet", when the log was so long: it is tried again once something has happened. */
  triedAt: number;
  reason: string;
}

/** The commands that processes wished for and that have no outcome yet. */
export const createWorldOutbox = (
  registry: Registry,
  execute: (request: CommandRequest) => Promise<Answer>,
  logLength: () => number,
) => {
  const lines = new Map<string, Line>();
  const known = new Map<string, string>();

  return {
    add(process: Process, sent: readonly Sent[]): void {
      const actor = { kind: 'process', id: process.name, name: process.name } as const;
      for (const { message, instance, inputId, index, attempt, correlationId, causationId, occurredAt } of sent) {
        const sentBy = { process: process.name, instance, inputId, index, attempt };
        const commandId = commandIdOf(process.name, { instance, inputId, index, attempt });
        // A wish that is known is in the outbox, or has its outcome; it is not stored twice.
        if (known.has(commandId)) continue;
        known.set(commandId, message.type);
        const key = `${process.name} ${targetOf(registry, message)}`;
        const line = lines.get(key) ?? { rows: [], triedAt: -1, reason: '' };
        line.rows.push({ ...message, commandId, correlationId, causationId, actor, occurredAt, sentBy });
        lines.set(key, line);
      }
    },
    /** The lines whose first command may have an outcome now. */
    ready: (): readonly string[] => [...lines].filter(([, { triedAt }]) => triedAt < logLength()).map(([key]) => key),
    /** Sends the first of a line. `lost`: the sender is killed before it has noted the outcome. */
    async send(key: string, lost: boolean): Promise<void> {
      const line = lines.get(key);
      const row = line?.rows[0];
      if (!line || !row) return;
      const before = logLength();
      const answer = await execute(row);
      if (answer.kind === 'waiting') Object.assign(line, { triedAt: before, reason: answer.reason });
      else if (!lost) line.rows.shift();
      if (line.rows.length === 0) lines.delete(key);
    },
    /** What is left, and why. */
    waiting: () =>
      [...lines.values()].flatMap(({ rows, reason }) => rows.map(({ type, data }) => ({ type, data, reason }))),
  };
};
