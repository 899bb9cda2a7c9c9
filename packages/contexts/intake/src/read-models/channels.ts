import { defineProjection } from '@waybill/engine';
import { type ChannelFacts, channelEvents } from '../channel/events.ts';

/** A row of intake.channels. */
export interface ChannelRow extends ChannelFacts {
  readonly registeredAt: string;
}

export const channels = defineProjection({
  name: 'intake.channels',
  version: 1,
  events: [channelEvents.ChannelRegistered],
  table: { schema: 'intake', name: 'channels', key: 'channel' },
  freshness: 1_000,
  keys: ({ data }) => [data.channel],
  evolve: (_row: ChannelRow | undefined, { data, recordedAt }): ChannelRow => ({
    ...data,
    registeredAt: recordedAt.toISOString(),
  }),
});
