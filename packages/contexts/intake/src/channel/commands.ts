import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';

export const channelCommands = defineCommands({
  /** Who sends messages must be known first. Registered again with the same words, nothing happens. */
  RegisterChannel: command(
    'channel',
    z.object({
      /** Its short name, part of every derived id: 'online-retail'. */
      channel: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens'),
      name: z.string().min(1).max(200),
      /** What its prices are in where a message does not say. */
      currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as GBP'),
      /** It tells what is long over: no timers, mails or alarms follow. */
      historic: z.boolean(),
      /** Who looks after its anomalies until somebody else takes them; null: nobody yet. */
      owner: z.string().max(200).nullable(),
    }),
    { creates: true },
  ),
});
