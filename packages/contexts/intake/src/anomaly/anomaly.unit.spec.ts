import { context, specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { fileMessage } from '../external-order/file-message.ts';
import { evolve as evolveOrder, unheardOf } from '../external-order/state.ts';
import { noPurchases, type Purchases } from '../purchases/state.ts';
import { cancel, newOrder } from '../testing/order-messages.ts';
import { type Anomaly, anomaly } from './anomaly.ts';
import { anomalyCommands } from './commands.ts';
import type { AnomalyEvent } from './events.ts';
import { resolveAnomaly } from './resolve-anomaly.ts';

const spec = specOf(anomaly, expect);
const facts = {
  kind: 'UNMATCHED_CANCELLATION',
  channel: 'market',
  messageId: 'C1',
  intakeId: 'i-C1',
  orderId: null,
  externalOrderId: null,
  customerId: 'c-1',
  summary: 'Nothing was found for 2 × HEART',
  amount: 510,
  currency: 'GBP',
  candidates: [],
} as const;
const recorded: AnomalyEvent = { type: 'AnomalyRecorded', data: { ...facts, candidates: [] } };
const of = (over: object) => ({ type: 'AnomalyRecorded', data: { ...recorded.data, ...over } }) as AnomalyEvent;
const resolvedBy = (resolution: string) =>
  ({
    type: 'AnomalyResolved',
    data: {
      resolution,
      note: '',
      chosenOrderId: null,
      kind: facts.kind,
      intakeId: 'i-C1',
      orderId: null,
      customerId: 'c-1',
    },
  }) as AnomalyEvent;

describe('an anomaly', () => {
  it('is recorded once, with the owner of its channel', () => {
    const record = { anomalyId: 'a-1', ...facts, candidates: [] };
    spec
      .given()
      .when(anomalyCommands.RecordAnomaly, { ...record, owner: null })
      .then(recorded);
    spec
      .given()
      .when(anomalyCommands.RecordAnomaly, { ...record, owner: 'Ben' })
      .then(recorded, { type: 'AnomalyAssigned', data: { owner: 'Ben' } });
    spec
      .given(recorded)
      .when(anomalyCommands.RecordAnomaly, { ...record, owner: 'Ben' })
      .thenNothing();
  });

  it('is taken by somebody until it is resolved', () => {
    const assign = { anomalyId: 'a-1', owner: 'Ana' };
    spec
      .given(recorded)
      .when(anomalyCommands.AssignAnomaly, assign)
      .then({ type: 'AnomalyAssigned', data: { owner: 'Ana' } });
    const taken: AnomalyEvent = { type: 'AnomalyAssigned', data: { owner: 'Ana' } };
    spec.given(recorded, taken).when(anomalyCommands.AssignAnomaly, assign).thenNothing();
    spec.given().when(anomalyCommands.AssignAnomaly, assign).thenRefused('AnomalyUnknown');
    spec
      .given(recorded, resolvedBy('MATCHED'))
      .when(anomalyCommands.AssignAnomaly, assign)
      .thenRefused('AnomalyAlreadyResolved', { resolution: 'MATCHED' });
  });

  it('settles when what was awaited came, and not twice', () => {
    const settle = { anomalyId: 'a-1', resolution: 'MATCHED', note: '' } as const;
    spec.given(recorded).when(anomalyCommands.SettleAnomaly, settle).then(resolvedBy('MATCHED'));
    spec.given(recorded, resolvedBy('DISMISSED')).when(anomalyCommands.SettleAnomaly, settle).thenNothing();
    spec.given().when(anomalyCommands.SettleAnomaly, settle).thenNothing();
  });
});

describe('resolving it by hand', () => {
  const open: Purchases = {
    ...noPurchases,
    purchases: {
      'o-1': {
        orderId: 'o-1',
        externalOrderId: '1',
        currency: 'GBP',
        happenedAt: '2026-01-05T09:00:00.000Z',
        lines: [{ lineId: 'L1', kind: 'GOODS', sku: 'HEART', quantity: 6, unitPrice: '2.55' }],
        returned: {},
        credited: 0,
      },
    },
    open: {
      'i-C1': {
        intakeId: 'i-C1',
        messageId: 'C1',
        currency: 'GBP',
        happenedAt: '2026-01-04T09:00:00.000Z',
        lines: [{ lineId: 'L1', kind: 'GOODS', sku: 'HEART', description: null, quantity: 2, unitPrice: '2.55' }],
      },
    },
  };
  const stateOf = (...events: AnomalyEvent[]): Anomaly => events.reduce(anomaly.evolve, anomaly.initial);
  const resolve = (command: object, self: Anomaly, more: object = {}) =>
    resolveAnomaly.decide({ anomalyId: 'a-1', note: '', orderId: null, ...command }, { self, ...more }, context);
  const types = (decision: ReturnType<typeof resolve>) =>
    decision.kind === 'accepted' ? decision.events.map(({ on, event }) => `${on}: ${event.type}`) : decision;

  it('puts the cancellation to an order, in the same append', () => {
    const decision = resolve({ resolution: 'MATCHED_BY_HAND', orderId: 'o-1' }, stateOf(recorded), { purchases: open });
    expect(types(decision)).toEqual(['self: AnomalyResolved', 'purchases: CancellationMatched']);
  });

  it('is refused where the order does not fit, and nothing is resolved', () => {
    const decision = resolve({ resolution: 'MATCHED_BY_HAND', orderId: 'o-2' }, stateOf(recorded), { purchases: open });
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'PurchaseDoesNotFit' } });
  });

  it('by a credit note, or by nothing at all, ends the search', () => {
    for (const command of [{ resolution: 'CREDIT_NOTE' }, { resolution: 'DISMISSED', note: 'a test' }])
      expect(types(resolve(command, stateOf(recorded), { purchases: open }))).toEqual([
        'self: AnomalyResolved',
        'purchases: CancellationSetAside',
      ]);
  });

  it('goes on without what is missing', () => {
    const messages = [newOrder({ id: 'n', sequence: 1 }), cancel({ id: 'c', sequence: 3 })];
    const order = messages.reduce(
      (state, message) => fileMessage(state, message).reduce(evolveOrder, state),
      unheardOf,
    );
    const gap = stateOf(of({ kind: 'SEQUENCE_GAP', orderId: 'o-42' }));
    expect(types(resolve({ resolution: 'GO_ON_WITHOUT' }, gap, { order }))).toEqual([
      'self: AnomalyResolved',
      'order: SequenceGapSkipped',
      'order: ExternalOrderCancelled',
    ]);
  });

  it.each([
    [{ resolution: 'DISMISSED' }, recorded, 'NoteMissing'],
    [{ resolution: 'MATCHED_BY_HAND' }, recorded, 'OrderToMatchMissing'],
    [{ resolution: 'GO_ON_WITHOUT' }, recorded, 'ResolutionNotPossible'],
    [{ resolution: 'MATCHED_BY_HAND', orderId: 'o-1' }, of({ customerId: null }), 'ResolutionNotPossible'],
  ])('%j is refused: %s', (command, event, code) => {
    expect(resolve(command, stateOf(event), { purchases: open })).toMatchObject({ refusal: { code } });
  });

  it('is done once', () => {
    const done = stateOf(recorded, resolvedBy('CREDIT_NOTE'));
    expect(resolve({ resolution: 'CREDIT_NOTE' }, done)).toEqual({ kind: 'accepted', events: [] });
    expect(resolve({ resolution: 'DISMISSED', note: 'x' }, done)).toMatchObject({
      refusal: { code: 'AnomalyAlreadyResolved' },
    });
    expect(resolve({ resolution: 'DISMISSED', note: 'x' }, null)).toMatchObject({
      refusal: { code: 'AnomalyUnknown' },
    });
  });

  it('names the stream that takes part', () => {
    const companions = (command: object, self: Anomaly) =>
      resolveAnomaly.companions({ anomalyId: 'a-1', note: '', orderId: null, ...command }, self, context);
    expect(companions({ resolution: 'DISMISSED' }, stateOf(recorded))).toMatchObject({ purchases: [{}, 'c-1'] });
    const gap = stateOf(of({ kind: 'SEQUENCE_GAP', orderId: 'o-42' }));
    expect(companions({ resolution: 'GO_ON_WITHOUT' }, gap)).toMatchObject({ order: [{}, 'o-42'] });
    expect(companions({ resolution: 'DISMISSED' }, gap)).toEqual({});
  });
});
