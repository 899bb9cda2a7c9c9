import { randomBytes } from 'node:crypto';
import { type Hint, type HintKind, readHints, writeHints } from './hint.ts';
import { type Log, silent } from './log.ts';
import { connect, IMPATIENT, PATIENT } from './redis.ts';

export interface WakeUpStats {
  /** Messages sent; several hints may share one. */
  readonly sent: number;
  readonly received: number;
  /** Messages that Redis did not take. Nothing is lost by that but time. */
  readonly failed: number;
  readonly connected: boolean;
}

/** Hints between the processes of one installation. */
export interface WakeUps {
  /** Fire and forget: never throws, never waits, coalesces. */
  hint(position: number, kind?: HintKind, topic?: string): void;
  /** Own hints arrive too, without the way over Redis. */
  onHint(listener: (hint: Hint) => void): () => void;
  /** Settles when hints of others arrive, or after `ms` when Redis is away: then the sweeps have to do. */
  ready(ms?: number): Promise<boolean>;
  stats(): WakeUpStats;
  close(): Promise<void>;
}

export interface WakeUpOptions {
  readonly log?: Log;
  /** Installations that share a Redis may share the channel: a foreign hint costs a look. */
  readonly channel?: string;
}

/** Hints on their way: of those about the same thing only the newest counts. */
const createGathering = () => {
  const waiting = new Map<string, Hint>();
  return {
    add(hint: Hint) {
      const about = `${hint.kind} ${hint.topic ?? ''}`;
      const known = waiting.get(about);
      if (!known || known.position < hint.position) waiting.set(about, hint);
    },
    take(): Hint[] {
      const hints = [...waiting.values()];
      waiting.clear();
      return hints;
    },
  };
};

/** Wake-ups over Redis pub/sub. Redis may be down, slow or wiped: then hints fail, and are counted. */
export const createWakeUps = (redisUrl: string, options: WakeUpOptions = {}): WakeUps => {
  const { log = silent, channel = 'waybill.hints' } = options;
  const sender = randomBytes(6).toString('base64url');
  const publisher = connect(redisUrl, 'hints', IMPATIENT, log);
  const subscriber = connect(redisUrl, 'hints-subscriber', PATIENT, log);
  const listeners = new Set<(hint: Hint) => void>();
  const counts = { sent: 0, received: 0, failed: 0 };
  const heard = createGathering();
  const outgoing = createGathering();
  let telling = false;
  let publishing = false;
  let subscribed = false;

  const tell = (hint: Hint) => {
    for (const listener of listeners) {
      try {
        listener(hint);
      } catch (error) {
        log.error({ error, hint }, 'A listener of hints failed');
      }
    }
  };

  /** One message at a time: what comes up meanwhile goes together with the next. */
  const publish = async (): Promise<void> => {
    if (publishing) return;
    publishing = true;
    for (let hints = outgoing.take(); hints.length > 0; hints = outgoing.take()) {
      try {
        await publisher.publish(channel, writeHints(sender, hints));
        counts.sent += 1;
      } catch {
        counts.failed += 1; // the connection's own events have said why
      }
    }
    publishing = false;
  };

  subscriber.on('message', (_channel: string, message: string) => {
    const { sender: from, hints } = readHints(message);
    if (from === sender) return;
    counts.received += 1;
    hints.forEach(tell);
  });
  // The subscription is renewed on every connection; hints may have been missed in between.
  const subscription = new Promise<void>((resolve) => {
    subscriber.on('ready', () => {
      subscriber.subscribe(channel).then(
        () => {
          subscribed = true;
          resolve();
          tell({ kind: 'committed', position: 0 });
        },
        (error: Error) => log.warn({ error: error.message }, 'Subscribing to hints failed; the sweeps have to do'),
      );
    });
  });
  subscriber.on('close', () => {
    subscribed = false;
  });

  return {
    hint(position, kind = 'committed', topic) {
      const hint = { kind, position, ...(topic ? { topic } : {}) };
      heard.add(hint);
      outgoing.add(hint);
      if (telling) return;
      telling = true;
      // After the current turn, so that the hints of one batch are one; this process does not wait for Redis.
      setImmediate(() => {
        telling = false;
        heard.take().forEach(tell);
        void publish();
      });
    },
    onHint(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ready(ms = 2_000) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms);
      });
      await Promise.race([subscription, late]);
      clearTimeout(timer);
      return subscribed;
    },
    stats: () => ({ ...counts, connected: subscribed }),
    async close() {
      listeners.clear();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
};
