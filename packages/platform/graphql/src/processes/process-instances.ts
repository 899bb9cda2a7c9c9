import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import type { ProcessInstance } from '@waybill/engine';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import { ProcessInstanceRef, ProcessStatusEnum } from './process-instance.ts';

const ProcessInstanceFilter = builder.inputType('ProcessInstanceFilter', {
  fields: (t) => ({
    process: t.string({ description: 'Its name, e.g. fulfilment.order.' }),
    instance: t.id({ description: 'Of whom it takes care.' }),
    statuses: t.field({ type: [ProcessStatusEnum] }),
  }),
});

const numberOf = (cursor: string | undefined): number | undefined => {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new GraphQLError('A cursor of process instances is one that this API gave.', {
    extensions: { code: 'BAD_REQUEST' },
  });
};

builder.queryField('processInstances', (t) =>
  t.connection(
    {
      type: ProcessInstanceRef,
      description: 'The instances of the processes, the latest that began first.',
      args: { filter: t.arg({ type: ProcessInstanceFilter }) },
      resolve: (_root, { filter, ...args }, { engine }) =>
        resolveCursorConnection(
          { args, defaultSize: 25, maxSize: 100, toCursor: ({ number }: ProcessInstance) => String(number) },
          ({ before, after, limit, inverted }: ResolveCursorConnectionArgs) =>
            engine.processes.list(filter ?? {}, {
              below: numberOf(after),
              above: numberOf(before),
              limit,
              order: inverted ? 'oldest first' : 'newest first',
            }),
        ),
    },
    { name: 'ProcessInstanceConnection' },
    { name: 'ProcessInstanceEdge' },
  ),
);

builder.queryField('processInstance', (t) =>
  t.field({
    type: ProcessInstanceRef,
    nullable: true,
    args: { process: t.arg.string({ required: true }), instance: t.arg.id({ required: true }) },
    resolve: async (_root, { process, instance }, { engine }) =>
      (await engine.processes.find(process, instance)) ?? null,
  }),
);
