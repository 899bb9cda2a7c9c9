import type { Actor } from '@waybill/engine';
import { builder } from './builder.ts';

export const ActorRef = builder.objectRef<Actor>('Actor').implement({
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'user, process, import or system.' }),
    id: t.exposeString('id'),
    name: t.exposeString('name'),
  }),
});
