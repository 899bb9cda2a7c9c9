-- reporting: what the rows of version 2 say beside those of version 1, which leave these columns empty.

alter table reporting.order_board
  add column held            boolean,
  -- the cancellation of everything that waits for its answer
  add column cancelling      text collate "C",
  -- with tax, of what was cancelled since it was placed
  add column cancelled_total bigint,
  -- how many were issued, and their sum with tax
  add column invoices        integer,
  add column invoiced        bigint,
  -- while a draft: [{discountId, description, percent, amount, lineId}]
  add column draft_discounts jsonb;

-- The work lists hold states that did not exist before.
drop index reporting.order_board_cancelled;
create index order_board_cancelled on reporting.order_board (listed_at desc, id desc)
  where order_status in ('CANCELLING', 'CANCELLED', 'EXPIRED');
drop index reporting.order_board_to_collect;
create index order_board_to_collect on reporting.order_board (listed_at desc, id desc)
  where order_status in ('PLACED', 'CONFIRMED', 'HELD')
    and payment_status in ('NOT_REQUESTED', 'REQUESTED', 'PARTIALLY_PAID');
drop index reporting.order_board_to_ship;
create index order_board_to_ship on reporting.order_board (listed_at desc, id desc)
  where order_status in ('PLACED', 'CONFIRMED')
    and (payment_status = 'PAID' and delivery_status = 'NONE' or delivery_status in ('SCHEDULED', 'PICKED', 'PACKED'));
create index order_board_on_hold on reporting.order_board (listed_at desc, id desc) where order_status = 'HELD';
