import { defineAggregate, defineCommands, defineEvents, type EventOf, event } from '@waybill/engine';
import { accept } from '@waybill/kernel';
import { z } from 'zod';

/** A stream as the house's longest: one small event per document of a year. */
const events = defineEvents({
  NumberTaken: event(1, z.object({ sequence: z.number(), number: z.string(), invoiceId: z.string() })),
});
const commands = defineCommands({
  Take: { target: 'seriesId', schema: z.object({ seriesId: z.string(), count: z.number() }) },
});

export interface SeriesState {
  readonly last: number;
}

/** `every`: events between two snapshots; without it, none is taken. */
export const seriesOf = (every?: number) =>
  defineAggregate({
    category: 'benchSeries',
    events,
    commands,
    initial: { last: 0 } as SeriesState,
    evolve: (_state, { data }: EventOf<typeof events>): SeriesState => ({ last: data.sequence }),
    decide: {
      Take: ({ seriesId, count }, { last }) =>
        accept(
          ...Array.from({ length: count }, (_, n) => {
            const sequence = last + n + 1;
            const data = {
              sequence,
              number: `${seriesId}-${sequence}`,
              invoiceId: `0194a0c0-0000-7000-8000-${sequence}`,
            };
            return { type: 'NumberTaken', data } as const;
          }),
        ),
    },
    ...(every === undefined ? {} : { snapshot: { schema: 1, every, keep: 3 } }),
  });
