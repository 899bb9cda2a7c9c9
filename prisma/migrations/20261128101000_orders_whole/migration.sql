-- sales: what the rows of version 2 say beside those of version 1, which leave these columns empty.

alter table sales.orders
  -- BACKORDER, CANCEL: what becomes of it when its goods are not all there
  add column shortage      text collate "C",
  -- [{discountId, description, percent, amount, lineId}]
  add column discounts     jsonb,
  -- [{id, reason, lines, status, requestedAt, answeredAt, cancelled, rejected: {code, message, returnInstead} | null}]
  add column cancellations jsonb,
  -- {reason, since, by}
  add column held          jsonb,
  -- [{id, text, at, by}]
  add column notes         jsonb,
  add column expired_at    timestamptz;
