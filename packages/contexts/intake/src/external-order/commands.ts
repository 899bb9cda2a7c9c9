import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';

export const externalOrderCommands = defineCommands({
  /** The time for a gap is over. Nothing, where it was filled meanwhile. */
  TimeOutSequenceGap: command('orderId', z.object({ orderId: z.string() })),
});
