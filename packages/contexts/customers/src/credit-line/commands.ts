import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';

const line = { creditLineId: z.string() };
/** Minor units of the line's currency. */
const amount = z.int().min(0);

/** The target of each is `creditLineIdOf(customerId, currency)`. Asked by processes; all of them are idempotent. */
export const creditLineCommands = defineCommands({
  /** `limit` null: none. `revision`: of two that come in the wrong order, the higher one counts. */
  ApplyCreditLimit: command('creditLineId', z.object({ ...line, limit: amount.nullable(), revision: z.int() })),
  /** Answered by CreditReserved or CreditRefused; what is refused waits. `byHand`: a person lets it pass the limit. */
  ReserveCredit: command('creditLineId', z.object({ ...line, orderId: z.string(), amount, byHand: z.boolean() })),
  /**
   * A fact: `open` is what the customer still has to pay of the order. It sinks by payments and credits, and rises where
   * a payment bounces. `granted`: the order has heard that it has its credit.
   */
  ReviseCredit: command(
    'creditLineId',
    z.object({ ...line, orderId: z.string(), open: amount, granted: z.boolean(), revision: z.int() }),
  ),
});
