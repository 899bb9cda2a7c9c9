import type { CommandOutcome } from '@waybill/engine';
import type { GraphQLResolveInfo } from 'graphql';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { sharedObject } from './shared-object.ts';
import { topicsOfOperation } from './topics.ts';

export type Accepted = Extract<CommandOutcome, { status: 'accepted' }> & {
  /** The id of the object that the payload shows, where it is not the aggregate's. */
  readonly about?: string;
};

/** How long a payload's object is waited for, in milliseconds. */
const PATIENCE = 2_000;

export const CommandPayload = builder.interfaceRef<Accepted>('CommandPayload').implement({
  description: 'A command was accepted.',
  fields: (t) => ({
    commandId: t.exposeID('commandId'),
    id: t.exposeID('aggregateId', { description: 'The id of the aggregate that the command was for.' }),
    version: t.exposeInt('version', {
      description: "The stream's version after the command: send it as `expectedVersion` with the next one.",
    }),
    position: t.field({
      type: 'BigInt',
      description: 'The position of the last event; name it in the header `x-waybill-after` to read your own write.',
      resolve: ({ position }) => position ?? 0,
    }),
    duplicate: t.exposeBoolean('duplicate', {
      description: 'True where this `commandId` had been answered before; nothing happened again.',
    }),
  }),
});

const defined = new Set<string>();

/**
 * The payload of the commands of one kind of aggregate, `<name>Payload`: the same one for every context that asks; the
 * object in it is added by the context that owns the view.
 */
export const commandPayload = (name: string): PayloadRef => {
  const ref = sharedObject<Accepted>(`${name}Payload`);
  if (!defined.has(name)) ref.implement({ interfaces: [CommandPayload] });
  defined.add(name);
  return ref;
};
export type PayloadRef = ReturnType<typeof sharedObject<Accepted>>;

/**
 * Waits, bounded, until the views that a payload's object is shown from (`own`, and those of every field selected in it)
 * show what the command did; false where that takes too long. Runs only where the object is selected, so that a command
 * costs no read otherwise.
 */
export const shownBy = async (
  context: GraphContext,
  accepted: Accepted,
  info: GraphQLResolveInfo,
  own: string,
): Promise<boolean> =>
  accepted.position === null ||
  context.hub.waitVisible(accepted.position, [...new Set([own, ...topicsOfOperation(info)])], PATIENCE);
