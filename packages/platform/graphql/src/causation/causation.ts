import { builder } from '../builder.ts';
import { Command } from '../commands/command.ts';
import { EventRef, HistoryEvent } from '../history.ts';
import { consequencesOf } from './consequences.ts';
import { causesOf, DEEPEST } from './read-causes.ts';
import { storyByCorrelation } from './read-story.ts';
import type { Step } from './step.ts';

/** Steps of one answer. */
const MOST = 500;

const CausationStep = builder.objectRef<Step>('CausationStep').implement({
  description: 'One command on the way from a cause to its consequences.',
  fields: (t) => ({
    depth: t.exposeInt('depth', { description: 'How many commands away from the event that was asked about, from 1.' }),
    command: t.expose('command', { type: Command }),
    cause: t.field({
      type: EventRef,
      nullable: true,
      description: 'The event that caused the command; null where a person or an import sent it.',
      resolve: ({ cause }) => cause,
    }),
    events: t.field({
      type: [EventRef],
      description: 'What it recorded: none where it was refused. Of a cause, the one on the way.',
      resolve: ({ events }) => [...events],
    }),
  }),
});

const Consequences = builder
  .objectRef<{ readonly steps: readonly Step[]; readonly more: boolean }>('Consequences')
  .implement({
    fields: (t) => ({
      steps: t.field({
        type: [CausationStep],
        description: 'Nearest first; those of one depth in the order in which they were sent.',
        resolve: ({ steps }) => [...steps],
      }),
      more: t.exposeBoolean('more', { description: 'There are more of them than are shown here.' }),
    }),
  });

const depthOf = (asked: number | null | undefined, otherwise: number): number =>
  Math.min(Math.max(asked ?? otherwise, 1), DEEPEST);

builder.objectFields(HistoryEvent, (t) => ({
  causes: t.field({
    type: [CausationStep],
    description: `The commands that led to it: first the one that recorded it, then the one that recorded what caused that one, back to
the one that a person or an import sent, or as deep as is asked for (at most ${DEEPEST}).`,
    args: { depth: t.arg.int({ defaultValue: DEEPEST }) },
    resolve: ({ eventId }, { depth }, context) => causesOf(context, eventId, depthOf(depth, DEEPEST)),
  }),
  effects: t.field({
    type: Consequences,
    description: `What it led to, as it is known now: the commands that it caused, refused ones too, what they recorded, what that
caused, as deep as is asked for (at most ${DEEPEST}). A command that found nothing left to do is not among them.`,
    args: { depth: t.arg.int({ defaultValue: 5 }) },
    resolve: async ({ eventId, correlationId }, { depth }, context) => {
      const story = await storyByCorrelation(context, correlationId);
      if (!story) return { steps: [], more: false };
      const asked = depthOf(depth, 5);
      const steps = consequencesOf(eventId, story, asked + 1);
      const shown = steps.filter((step) => step.depth <= asked).slice(0, MOST);
      return { steps: shown, more: shown.length < steps.length || !story.whole };
    },
  }),
}));
