import { builder } from '../builder.ts';

/** A moment in an object's past, on one of four axes. */
export const AsOf = builder.inputType('AsOf', {
  description: `A moment of the past: exactly one of the four. What belongs to the object is shown as of the same moment; what did not
exist yet is null; a person who was forgotten since stays forgotten.`,
  isOneOf: true,
  fields: (t) => ({
    version: t.int({ description: "After this version of the object's own stream." }),
    position: t.field({ type: 'BigInt', description: 'After the event at this position of the log.' }),
    knownBy: t.field({
      type: 'DateTime',
      description: 'What was recorded by this instant, to about a second: the same answer forever. Not in the future.',
    }),
    happenedBy: t.field({
      type: 'DateTime',
      description: 'What had happened in the business by this instant, as it is known now.',
    }),
  }),
});

export type Moment = typeof AsOf.$inferInput;
