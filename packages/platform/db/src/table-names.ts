/** 'sales.orders' as code names a table, and where its rows are now: 'sales.orders_g2'. */
export type TableNames = ReadonlyMap<string, string>;

const quoted = (name: string) => `"${name.replace('.', '"."')}"`;
const escaped = (text: string) => text.replaceAll('.', '\\.');

/**
 * Puts the tables where the rows are in place of those that the SQL names, as Prisma writes them ("sales"."orders") and as
 * people do (sales.orders). A name in a text ('sales.orders') and a longer one (sales.orders_by_day) stay. Pure.
 */
export const withTables = (sql: string, names: TableNames): string => {
  let text = sql;
  for (const [name, actual] of names) {
    text = text
      .replaceAll(quoted(name), quoted(actual))
      .replace(new RegExp(`(?<!['\\w."])${escaped(name)}(?![\\w'])`, 'g'), actual);
  }
  return text;
};
