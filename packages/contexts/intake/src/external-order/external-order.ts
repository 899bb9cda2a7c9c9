import { defineAggregate } from '@waybill/engine';
import { externalOrderCommands } from './commands.ts';
import { externalOrderEvents } from './events.ts';
import { timeOutSequenceGap } from './pass-gap.ts';
import { evolve, unheardOf } from './state.ts';

/** Streams `externalOrder-<orderId>`; the id is the one that the order has in sales. */
export const externalOrder = defineAggregate({
  category: 'externalOrder',
  events: externalOrderEvents,
  commands: externalOrderCommands,
  initial: unheardOf,
  evolve,
  decide: { TimeOutSequenceGap: timeOutSequenceGap },
});
