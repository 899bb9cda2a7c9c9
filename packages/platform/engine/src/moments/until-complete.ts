import { setTimeout as wait } from 'node:timers/promises';
import type { EventStore } from '@waybill/event-store';
import { NoSuchMoment } from './moment.ts';

/** How long a position that was just committed is waited for, in milliseconds. */
const PATIENCE = 2_000;
const PAUSE = 20;

/** Settles when the log is complete up to a position: what is asked as of it is then the same for every later ask. */
export const untilComplete = async (store: Pick<EventStore, 'watermark'>, position: number): Promise<void> => {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const complete = await store.watermark();
    if (complete >= position) return;
    if (Date.now() >= deadline)
      throw new NoSuchMoment(`The log has not come to position ${position} yet: it is at ${complete}.`);
    await wait(PAUSE);
  }
};
