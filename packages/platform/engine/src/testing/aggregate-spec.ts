import type { Decision, Refusal } from '@waybill/kernel';
import type { Aggregate, DecisionContext } from '../define/aggregate.ts';
import type { CommandData, CommandDefinition } from '../define/command.ts';
import type { AnyEvent } from '../define/event.ts';

const at = new Date('2026-01-05T09:00:00Z');
/** A fixed context: 2026-01-05T09:00:00Z, a person named Ana. */
export const context: DecisionContext = {
  now: at,
  occurredAt: at,
  actor: { kind: 'user', id: 'ana', name: 'Ana' },
  commandId: '01940000-0000-7000-8000-000000000000',
};

interface When<E> {
  /** Exactly these events happen. */
  then(...events: E[]): void;
  thenNothing(): void;
  /** Refused with this code (and these details). */
  thenRefused(code: string, details?: Refusal['details']): void;
  thenDeferred(): void;
  readonly decision: Decision<E>;
}

/**
 * `const order = specOf(Order, expect); order.given(events).when(commands.PlaceOrder, data).then(event)`.
 * Pass vitest's `expect`.
 */
export const specOf = <S, E extends AnyEvent>(
  aggregate: Aggregate<S, E>,
  expect: (actual: unknown) => { toEqual(expected: unknown): void },
) => ({
  given: (...history: E[]) => {
    const state = history.reduce((folded, event) => aggregate.evolve(folded, event), aggregate.initial);
    return {
      state,
      when: <D extends CommandDefinition>(
        definition: D,
        data: CommandData<D>,
        over: Partial<DecisionContext> = {},
      ): When<E> => {
        const decision = aggregate.decide(definition.type, data, state, { ...context, ...over });
        return {
          decision,
          // biome-ignore lint/suspicious/noThenProperty: given / when / then is the field's own word, and this is never awaited
          then: (...events) => expect(decision).toEqual({ kind: 'accepted', events }),
          thenNothing: () => expect(decision).toEqual({ kind: 'accepted', events: [] }),
          thenDeferred: () => expect(decision.kind).toEqual('deferred'),
          thenRefused: (code, details) => {
            const refused = decision.kind === 'refused' ? decision.refusal : { code: decision.kind, details: {} };
            expect(details ? { code: refused.code, details: refused.details } : refused.code).toEqual(
              details ? { code, details } : code,
            );
          },
        };
      },
    };
  },
});
