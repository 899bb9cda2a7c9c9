import type { Pool, QueryConfig } from 'pg';
import { type TableNames, withTables } from './table-names.ts';

type Statement = string | (QueryConfig & { readonly text: string });

/** A statement under another text must not have the name of the first: that one is prepared. */
const onTables = (statement: Statement, names: TableNames): Statement => {
  if (names.size === 0) return statement;
  const sql = typeof statement === 'string' ? statement : statement.text;
  const text = withTables(sql, names);
  if (text === sql) return statement;
  if (typeof statement === 'string') return text;
  const { name: _, ...rest } = statement;
  return { ...rest, text };
};

/**
 * The pool as a reader of views has it: what a statement names is read where its rows are now. `names` is asked at each
 * statement; it should share a look among those of one turn of the event loop. Transactions have one connection and are not looked through; readers have none.
 */
export const livePool = (pool: Pool, names: () => Promise<TableNames>): Pool => {
  const query = async (statement: Statement, values?: unknown[]) =>
    pool.query(onTables(statement, await names()), values);
  const connect = () =>
    Promise.reject(new Error('Views are read by single statements: a transaction would not see where they are now.'));
  return new Proxy(pool, {
    get(target, property) {
      if (property === 'query') return query;
      if (property === 'connect') return connect;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};
