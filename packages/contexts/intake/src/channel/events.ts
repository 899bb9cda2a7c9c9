import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';

export const channelEvents = defineEvents({
  ChannelRegistered: event(
    1,
    z.object({
      channel: z.string(),
      name: z.string(),
      currency: z.string(),
      historic: z.boolean(),
      owner: z.string().nullable(),
    }),
  ),
});
export type ChannelEvent = EventOf<typeof channelEvents>;
export type ChannelFacts = ChannelEvent['data'];
