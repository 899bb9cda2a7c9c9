import type { PrismaTypes } from '@waybill/db/prisma';
import { foldRows, type Projection } from '@waybill/engine';
import { type Model, modelRow } from './model-row.ts';
import { ofPast, type Past } from './past.ts';

/** All rows of a view that these streams made by then, by key, in the shape of its table. */
export const rowsThen = async <M extends Model>(
  past: Past,
  model: M,
  projection: Projection,
  streams: readonly string[],
): Promise<ReadonlyMap<string, PrismaTypes[M]['Shape']>> => {
  const folded = foldRows(projection, await past.story(streams));
  return new Map([...folded].map(([key, row]) => [key, ofPast<PrismaTypes[M]['Shape']>(modelRow(model, row), past)]));
};

/** One row of a view as it was then; null where there was none yet. */
export const rowThen = async <M extends Model>(
  past: Past,
  model: M,
  projection: Projection,
  key: string,
  streams: readonly string[],
): Promise<PrismaTypes[M]['Shape'] | null> => (await rowsThen(past, model, projection, streams)).get(key) ?? null;
