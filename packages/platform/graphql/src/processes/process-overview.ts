import type { ProcessOverview } from '@waybill/engine';
import { builder } from '../builder.ts';

const PossibleWait = builder.objectRef<ProcessOverview['waits'][number]>('PossibleWait').implement({
  description: 'Something that instances of a process can wait for.',
  fields: (t) => ({
    name: t.exposeString('name'),
    for: t.exposeString('for', { description: 'For people, after "waits for".' }),
    deadlineSeconds: t.exposeFloat('deadlineSeconds', { description: 'After so long it is late.' }),
  }),
});

const ProcessOverviewRef = builder.objectRef<ProcessOverview>('ProcessOverview').implement({
  description: 'A process, and how its instances are; of each status, up to 10,000 are counted.',
  fields: (t) => ({
    name: t.exposeString('name'),
    waits: t.expose('waits', { type: [PossibleWait] }),
    waiting: t.exposeInt('waiting', { description: 'In time.' }),
    late: t.exposeInt('late'),
    troubled: t.exposeInt('troubled'),
  }),
});

builder.queryField('processes', (t) =>
  t.field({ type: [ProcessOverviewRef], resolve: (_root, _args, { engine }) => engine.processes.overview() }),
);
