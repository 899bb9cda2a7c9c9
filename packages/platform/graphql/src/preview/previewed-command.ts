import type { PreviewedCommand } from '@waybill/engine';
import { ActorRef } from '../actor.ts';
import { builder } from '../builder.ts';
import { RefusedRef } from '../errors.ts';
import { PreviewedEvent } from './previewed-event.ts';

const PreviewOutcome = builder.enumType('PreviewOutcome', {
  values: {
    ACCEPTED: {},
    REJECTED: {},
    WAITING: { description: 'It would be tried again until something comes that is not in the preview.' },
  } as const,
});
const OUTCOMES = { accepted: 'ACCEPTED', refused: 'REJECTED', waiting: 'WAITING' } as const;

export const PreviewedCommandRef = builder.objectRef<PreviewedCommand>('PreviewedCommand').implement({
  description: 'A command and what would become of it.',
  fields: (t) => ({
    type: t.exposeString('type'),
    actor: t.expose('actor', { type: ActorRef }),
    stream: t.exposeString('streamId', { nullable: true, description: 'Null where it names no aggregate.' }),
    depth: t.exposeInt('depth', {
      description:
        '0 for a command that was asked about; for those of processes, one more than the command that led to them.',
    }),
    cause: t.field({
      type: PreviewedEvent,
      nullable: true,
      description: 'The event that a process answers by it.',
      resolve: ({ cause }) => cause,
    }),
    outcome: t.field({ type: PreviewOutcome, resolve: ({ outcome }) => OUTCOMES[outcome.kind] }),
    refusal: t.field({
      type: RefusedRef,
      nullable: true,
      resolve: ({ outcome }) => (outcome.kind === 'refused' ? outcome.refusal : null),
    }),
    waitsFor: t.string({
      nullable: true,
      resolve: ({ outcome }) => (outcome.kind === 'waiting' ? outcome.reason : null),
    }),
    events: t.field({ type: [PreviewedEvent], resolve: ({ events }) => [...events] }),
  }),
});
