import { defineAggregate } from '@waybill/engine';
import { creditLineCommands } from './commands.ts';
import { evolve, unlimited } from './credit-line.ts';
import { applyCreditLimit, reserveCredit, reviseCredit } from './decide.ts';
import { creditLineEvents } from './events.ts';

/** Streams `creditLine-<customerId>:<currency>`: the limit, and who has how much of it, so that nobody takes the same twice. */
export const CreditLine = defineAggregate({
  category: 'creditLine',
  events: creditLineEvents,
  commands: creditLineCommands,
  initial: unlimited,
  evolve,
  decide: { ApplyCreditLimit: applyCreditLimit, ReserveCredit: reserveCredit, ReviseCredit: reviseCredit },
  // Some events for every order on credit: who orders daily has thousands.
  snapshot: { schema: 1, every: 200, keep: 2 },
});
