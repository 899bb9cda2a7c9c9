/** `$1`: products as a JSON array of {@link ProductFacts}. */
const GIVEN = `jsonb_to_recordset($1::jsonb) as given(sku text, description text, "unitPrice" numeric, currency text,
  "taxCode" text, "taxRate" numeric, "weightGrams" integer, size jsonb)`;

const facts = (p: string) => `${p}.sku, ${p}.description, ${p}.unit_price::text as "unitPrice", ${p}.currency,
  ${p}.tax_code as "taxCode", ${p}.tax_rate::text as "taxRate", ${p}.weight_grams as "weightGrams", ${p}.size`;
const product = (p: string) =>
  `${facts(p)}, ${p}.version, ${p}.updated_at as "updatedAt", ${p}.updated_by as "updatedBy"`;

/**
 * New rows, and a new version of those that differ: `$2` the actor, `$3` the version this was decided on (0: none yet; null: any).
 * In the order of the codes, so that two writers never wait for each other.
 */
export const SAVE = {
  name: 'catalog.save',
  text: `
  insert into catalog.products as p (sku, description, unit_price, currency, tax_code, tax_rate, weight_grams, size, updated_by)
  select sku, description, "unitPrice", currency, "taxCode", "taxRate", "weightGrams", size, $2::jsonb
  from ${GIVEN}
  where coalesce($3::integer, 0) = 0 or exists (select from catalog.products known where known.sku = given.sku)
  order by sku
  on conflict (sku) do update set
    (description, unit_price, currency, tax_code, tax_rate, weight_grams, size, version, updated_at, updated_by) = (
      excluded.description, excluded.unit_price, excluded.currency, excluded.tax_code, excluded.tax_rate,
      excluded.weight_grams, excluded.size, p.version + 1, now(), excluded.updated_by)
  where ($3::integer is null or p.version = $3::integer)
    and (p.description, p.unit_price, p.currency, p.tax_code, p.tax_rate, p.weight_grams, p.size) is distinct from (
      excluded.description, excluded.unit_price, excluded.currency, excluded.tax_code, excluded.tax_rate,
      excluded.weight_grams, excluded.size)
  returning ${product('p')}`,
};

/** `$2`: the actor. */
export const ADD_MISSING = {
  name: 'catalog.add_missing',
  text: `
  insert into catalog.products (sku, description, unit_price, currency, tax_code, tax_rate, weight_grams, size, updated_by)
  select sku, description, "unitPrice", currency, "taxCode", "taxRate", "weightGrams", size, $2::jsonb
  from ${GIVEN}
  order by sku
  on conflict (sku) do nothing
  returning sku`,
};

/** What is there now, and whether it is what was to be saved. */
export const COMPARE = {
  name: 'catalog.compare',
  text: `
  select ${product('p')}, (p.description, p.unit_price, p.currency, p.tax_code, p.tax_rate, p.weight_grams, p.size)
    is not distinct from (given.description, given."unitPrice", given.currency, given."taxCode", given."taxRate",
      given."weightGrams", given.size) as "isSame"
  from ${GIVEN} join catalog.products p using (sku)`,
};

export const FIND = {
  name: 'catalog.find',
  text: `select ${facts('p')} from catalog.products p where p.sku = any($1::text[])`,
};
