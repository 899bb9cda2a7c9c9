-- How large a packed piece is, in whole millimetres: {lengthMm, widthMm, heightMm}; null where nobody measured it.

alter table catalog.products add column size jsonb
  check (size is null or ((size ->> 'lengthMm')::integer > 0 and (size ->> 'widthMm')::integer > 0 and (size ->> 'heightMm')::integer > 0));
