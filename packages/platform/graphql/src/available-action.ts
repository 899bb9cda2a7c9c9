import type { Refusal } from '@waybill/kernel';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';

/** A mutation by its name; the contexts' pure rules say whether it would be accepted now. */
export interface AvailableAction {
  readonly name: string;
  readonly allowed: boolean;
  /** Why not, and what to do instead. */
  readonly reason: string | null;
}

export const AvailableActionRef = builder.objectRef<AvailableAction>('AvailableAction').implement({
  description: 'What can be done now, and if not, why.',
  fields: (t) => ({
    name: t.exposeString('name', { description: "The mutation's name, e.g. cancelOrder." }),
    allowed: t.exposeBoolean('allowed'),
    reason: t.exposeString('reason', { nullable: true }),
  }),
});

/** From the refusal a mutation would end in; none where it would not. */
export const actionOf = ({
  name,
  refusal,
}: {
  readonly name: string;
  readonly refusal?: Refusal;
}): AvailableAction => ({
  name,
  allowed: refusal === undefined,
  reason: refusal?.message ?? null,
});

type Actions = (id: string, context: GraphContext) => Promise<readonly AvailableAction[]>;
const contributions = new Map<string, Actions[]>();

/** What a context lets people do with an object that another context shows. */
export const contributeActions = (type: string, actions: Actions): void => {
  contributions.set(type, [...(contributions.get(type) ?? []), actions]);
};

/** The actions that all contexts together offer for an object. */
export const contributedActions = async (
  type: string,
  id: string,
  context: GraphContext,
): Promise<AvailableAction[]> => {
  const offered = await Promise.all((contributions.get(type) ?? []).map((actions) => actions(id, context)));
  return offered.flat();
};
