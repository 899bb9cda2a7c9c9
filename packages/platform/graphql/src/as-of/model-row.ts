import { getDatamodel, type PrismaTypes } from '@waybill/db/prisma';
import type { FoldedRow } from '@waybill/engine';

export type Model = keyof PrismaTypes;
type Revive = (value: unknown) => unknown;

/** Rows carry instants as texts and whole numbers as numbers; the table gives them back as its columns are. */
const revivals: Readonly<Record<string, Revive>> = {
  DateTime: (value) => (typeof value === 'string' ? new Date(value) : value),
  BigInt: (value) => (typeof value === 'number' ? BigInt(value) : value),
};
const asItIs: Revive = (value) => value;

const models = new Map<Model, readonly (readonly [name: string, revive: Revive])[]>();
const columnsOf = (model: Model) => {
  const known = models.get(model);
  if (known) return known;
  const fields = getDatamodel().datamodel.models[model]?.fields ?? [];
  const columns = fields.map(({ name, type }) => [name, revivals[type] ?? asItIs] as const);
  models.set(model, columns);
  return columns;
};

/** A projection's row as it would come back from its table. */
export const modelRow = <M extends Model>(model: M, row: FoldedRow): PrismaTypes[M]['Shape'] =>
  Object.fromEntries(
    columnsOf(model).map(([name, revive]) => [name, revive(row[name] ?? null)]),
  ) as PrismaTypes[M]['Shape'];
