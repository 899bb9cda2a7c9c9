import type { Recorded } from '@waybill/engine';
import { AsOf } from '../as-of/as-of-input.ts';
import { builder } from '../builder.ts';
import { HistoryEvent } from '../history.ts';
import { between } from './between.ts';
import { type Difference, differencesOf } from './differences.ts';
import { answerOf, type Comparable, questionOf } from './question.ts';

interface Comparison {
  readonly changes: readonly Difference[];
  readonly events: readonly Recorded[];
}

const FieldChange = builder.objectRef<Difference>('FieldChange').implement({
  description: 'A value that differs between two moments.',
  fields: (t) => ({
    path: t.stringList({
      description:
        "From the object to the value: fields, and in lists the ids of their members: ['lines', '<id>', 'quantity'].",
      resolve: ({ path }) => [...path],
    }),
    before: t.field({ type: 'JSON', nullable: true, resolve: ({ before }) => before }),
    after: t.field({ type: 'JSON', nullable: true, resolve: ({ after }) => after }),
  }),
});

const ComparisonRef = builder.objectRef<Comparison>('Comparison').implement({
  fields: (t) => ({
    changes: t.field({
      type: [FieldChange],
      description: "What differs, in the API's own names. What did not exist at a moment has no values there.",
      resolve: ({ changes }) => [...changes],
    }),
    events: t.field({
      type: [HistoryEvent],
      description: 'The events that one of the moments knows and the other does not, oldest first.',
      resolve: ({ events }) => [...events],
    }),
  }),
});

/** `compare(a, b)` on an object: a diff of everything the API says of it, and the events between. */
export const comparable = <Row>(ref: Parameters<typeof builder.objectField>[0], of: Comparable<Row>): void => {
  builder.objectField(ref, 'compare', (t) =>
    t.field({
      type: ComparisonRef,
      description: 'What differs between two moments, whichever is earlier; `b` left out: now.',
      args: { a: t.arg({ type: AsOf, required: true }), b: t.arg({ type: AsOf }) },
      resolve: async (parent, { a, b = null }, context, { schema }) => {
        const row = parent as Row;
        const question = questionOf(schema, of);
        const [answer, events] = await Promise.all([
          answerOf(schema, question, { id: of.idOf(row), a, b }, context),
          between(context, of.streams(row), a, b),
        ]);
        return { changes: differencesOf(answer?.a, answer?.b, question.shape), events };
      },
    }),
  );
};
