import type { Replayed } from '@waybill/engine';
import type { Refusal } from '@waybill/kernel';
import { builder } from '../builder.ts';
import { errorType } from '../errors.ts';
import { letterId } from './dead-letters.ts';
import { DeadLetterNotOpen, NothingParked, ReasonMissing } from './refusals.ts';

const Payload = builder.objectRef<Replayed>('ReplayDeadLettersPayload').implement({
  fields: (t) => ({
    replayed: t.exposeInt('replayed', { description: 'Events that are taken now.' }),
    left: t.exposeInt('left', { description: 'Events of the key that are still parked; 0: it is followed again.' }),
    problem: t.exposeString('problem', {
      nullable: true,
      description: 'Why the first of them could not be taken.',
    }),
  }),
});

const isRefusal = (value: Replayed | Refusal): value is Refusal => 'code' in value;
const typeOf = (value: Replayed | Refusal) => (isRefusal(value) ? value.code : Payload);

const ReplayResult = builder.unionType('ReplayDeadLettersResult', {
  types: [Payload, errorType(NothingParked)],
  resolveType: typeOf,
});
const ReplayInput = builder.inputType('ReplayDeadLettersInput', {
  fields: (t) => ({ consumer: t.string({ required: true }), key: t.string({ required: true }) }),
});

builder.mutationField('replayDeadLetters', (t) =>
  t.field({
    type: ReplayResult,
    description: `Tries the dead letters of one key again, in order, until one fails or none is left. They are folded by the
code of this API: deploy what was fixed before.`,
    args: { input: t.arg({ type: ReplayInput, required: true }) },
    resolve: async (_root, { input: { consumer, key } }, { engine, actor }): Promise<Replayed | Refusal> =>
      (await engine.parking.replay(consumer, key, actor)) ?? NothingParked({ consumer, key }),
  }),
);

const SkipResult = builder.unionType('SkipDeadLetterResult', {
  types: [Payload, errorType(DeadLetterNotOpen), errorType(ReasonMissing)],
  resolveType: typeOf,
});
const SkipInput = builder.inputType('SkipDeadLetterInput', {
  fields: (t) => ({ id: t.id({ required: true }), reason: t.string({ required: true }) }),
});

builder.mutationField('skipDeadLetter', (t) =>
  t.field({
    type: SkipResult,
    description: `Leaves one event out of what could not take it, for good and in every rebuild, and replays what waits behind
it. Who did it, and why, is kept.`,
    args: { input: t.arg({ type: SkipInput, required: true }) },
    resolve: async (_root, { input: { id, reason } }, { engine, actor }): Promise<Replayed | Refusal> => {
      if (reason.trim() === '') return ReasonMissing({ path: 'reason' });
      const number = letterId(String(id));
      const outcome = number === undefined ? undefined : await engine.parking.skip(number, reason.trim(), actor);
      return outcome ?? DeadLetterNotOpen({ id: String(id) });
    },
  }),
);
