import { defineProcess, send } from '@waybill/engine';
import { creditLineCommands } from '../credit-line/commands.ts';
import { creditLineIdOf } from '../credit-line/credit-line-id.ts';
import { customerEvents } from '../customer/events.ts';

/** What is set for a customer counts in their credit line. */
export const creditLimits = defineProcess({
  name: 'customers.creditLimits',
  // Nothing is old here: no limit was set before there were limits.
  startFrom: 'beginning',
  events: [customerEvents.CreditLimitSet],
  instance: ({ id }) => id,
  // It remembers nothing.
  initial: {},
  waits: {},
  waiting: () => [],
  react: (state, { data: { customerId, currency, amount }, version }) => ({
    state,
    commands: [
      send(creditLineCommands.ApplyCreditLimit, {
        creditLineId: creditLineIdOf(customerId, currency),
        limit: amount,
        revision: version,
      }),
    ],
  }),
});
