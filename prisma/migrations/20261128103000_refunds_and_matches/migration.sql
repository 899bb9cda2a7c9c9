-- payments: refunds, bounced payments, and money that is matched. Rows of before have none of it until they are built anew.

alter table payments.order_payments
  -- minor units, as are all amounts: what the order lacks, what waits for a person, what went back, is going back, can go back
  add column open       bigint,
  add column waiting    bigint,
  add column refunded   bigint,
  add column refunding  bigint,
  add column refundable bigint,
  -- [{refundId, amount, currency, status, taken, reason, failure, requestedAt, settledAt}]
  add column refunds    jsonb,
  -- what the next event is folded on, besides payments and refunds
  add column ledger     jsonb;
