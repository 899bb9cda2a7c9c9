import { builder, reads, readsFrom, sharedObject } from '@waybill/graphql';
import { anomalies } from '../read-models/anomalies.ts';
import { Anomaly, AnomalyKind, AnomalyState } from './anomaly.ts';

const OPEN = ['OPEN', 'ASSIGNED'];

const AnomalyFilter = builder.inputType('AnomalyFilter', {
  fields: (t) => ({
    state: t.field({ type: [AnomalyState] }),
    kind: t.field({ type: [AnomalyKind] }),
    channel: t.string(),
    owner: t.string(),
  }),
});

const where = (filter: typeof AnomalyFilter.$inferInput | null | undefined) => ({
  state: { in: filter?.state ? [...filter.state] : OPEN },
  ...(filter?.kind ? { kind: { in: [...filter.kind] } } : {}),
  ...(filter?.channel ? { channel: filter.channel } : {}),
  ...(filter?.owner ? { owner: filter.owner } : {}),
});

builder.queryField('anomaly', (t) =>
  t.prismaField({
    ...readsFrom(anomalies.name),
    type: Anomaly,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) =>
      reads(context).anomaly.findUnique({ ...query, where: { anomalyId: String(id) } }),
  }),
);

builder.queryField('anomalies', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(anomalies.name),
      type: Anomaly,
      cursor: 'anomalyId',
      description: 'The latest first; where the filter names no state, those that are not resolved.',
      args: { filter: t.arg({ type: AnomalyFilter }) },
      resolve: (query, _root, { filter }, context) =>
        reads(context).anomaly.findMany({
          ...query,
          where: where(filter),
          orderBy: [{ recordedAt: 'desc' }, { anomalyId: 'desc' }],
        }),
      totalCount: (_root, { filter }, context) => reads(context).anomaly.count({ where: where(filter) }),
    },
    { name: 'AnomalyConnection' },
    { name: 'AnomalyEdge' },
  ),
);

builder.objectField(sharedObject<{ readonly currency: string }>('Overview'), 'anomalies', (t) =>
  t.int({
    ...readsFrom(anomalies.name),
    description: 'That are not resolved.',
    resolve: (_overview, _args, context) => reads(context).anomaly.count({ where: { state: { in: OPEN } } }),
  }),
);
