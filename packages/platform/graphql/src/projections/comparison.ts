import type { Comparison } from '@waybill/engine';
import { builder } from '../builder.ts';

export const ComparisonRef = builder.objectRef<Comparison>('RebuildComparison').implement({
  description: 'The rows of a rebuild beside those that they replace, at the moment of the swap.',
  fields: (t) => ({
    equal: t.exposeBoolean('equal'),
    rowsBefore: t.exposeInt('rowsBefore'),
    rowsAfter: t.exposeInt('rowsAfter'),
    checksumBefore: t.exposeString('checksumBefore', {
      nullable: true,
      description: 'Over all rows; null where the rows were still changing and were compared one by one.',
    }),
    checksumAfter: t.exposeString('checksumAfter', { nullable: true }),
    differing: t.exposeInt('differing', { description: 'Rows that are not the same; counted up to 1,000.' }),
    keys: t.exposeStringList('keys', { description: 'The first twenty of them, by key.' }),
    parked: t.exposeInt('parked', { description: 'Keys that are parked on either side, and were not compared.' }),
  }),
});
