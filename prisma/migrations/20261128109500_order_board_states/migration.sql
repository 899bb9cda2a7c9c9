-- reporting: what the rows of version 3 say beside those of version 2, which leave these columns empty.

alter table reporting.order_board
  -- how far what was asked for is here, whatever went back
  add column money_status  text collate "C",
  -- minor units on their way back, and that went back
  add column refunding     bigint,
  add column refunded      bigint,
  add column bounced       boolean,
  -- with tax, of all credit notes for its invoices
  add column credited      bigint,
  -- NONE, REQUESTED, PART_RETURNED, RETURNED
  add column return_status text collate "C",
  -- {shipped, returned, open: [return id]}
  add column returns       jsonb;

-- The work lists hold states that did not exist before.
drop index reporting.order_board_to_collect;
create index order_board_to_collect on reporting.order_board (listed_at desc, id desc)
  where order_status in ('PLACED', 'CONFIRMED', 'HELD')
    and payment_status in ('NOT_REQUESTED', 'REQUESTED', 'PARTIALLY_PAID', 'FAILED');
drop index reporting.order_board_under_way;
create index order_board_under_way on reporting.order_board (listed_at desc, id desc)
  where delivery_status in ('DISPATCHED', 'FAILED');
