import { AsyncLocalStorage } from 'node:async_hooks';
import type { TableNames } from './table-names.ts';

interface Scope {
  names?: Promise<TableNames>;
}

const scopes = new AsyncLocalStorage<Scope>();

/**
 * Reads of `work` (a request) go to the tables that were live at its first one. Without it every statement looks on its own,
 * which is as right and costs a look more.
 */
export const inReadScope = <T>(work: () => T): T => scopes.run({}, work);

/** The names of this scope; found at its first read, and not before it, since a request may have waited for rows first. */
export const namesInScope = (find: () => Promise<TableNames>): Promise<TableNames> => {
  const scope = scopes.getStore();
  if (!scope) return find();
  scope.names ??= find();
  return scope.names;
};
