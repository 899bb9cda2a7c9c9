import { expect, it } from 'vitest';
import type { StoredCommand } from '../commands-by-id.ts';
import { consequencesOf, type Story } from './consequences.ts';
import type { StoryEvent } from './step.ts';

const at = new Date('2026-11-21T10:00:00Z');
const process = { kind: 'process', id: 'fulfilment.order', name: 'fulfilment.order' } as const;

const event = (position: number, type: string, commandId: string | null, causationId: string | null): StoryEvent => ({
  id: `e${position}`,
  type,
  stream: 'order-1',
  position,
  occurredAt: at,
  recordedAt: at,
  commandId,
  causationId,
});
const command = (id: string, causationId: string | null, outcome: StoredCommand['outcome'] = 'accepted') =>
  ({
    id,
    type: id,
    stream: 'order-1',
    outcome,
    refusal: null,
    actor: process,
    correlationId: null,
    causationId,
    issuedAt: at,
    recordedAt: at,
    firstPosition: null,
    position: null,
    version: null,
  }) satisfies StoredCommand;

const story: Story = {
  events: [
    event(1, 'OrderPlaced', 'Place', null),
    event(2, 'OrderConfirmed', 'Confirm', 'e1'),
    event(3, 'PaymentRequested', 'Request', 'e1'),
    event(4, 'OrderForShipping', 'Confirm', 'e1'),
    event(5, 'ShipmentPlanned', 'Plan', 'e4'),
  ],
  commands: [
    command('Place', null),
    command('Confirm', 'e1'),
    command('Request', 'e1'),
    command('Refused', 'e2', 'rejected'),
    command('Plan', 'e4'),
  ],
};
const told = (eventId: string, depth = 9) =>
  consequencesOf(eventId, story, depth).map((step) => [
    step.depth,
    step.command.id,
    step.cause?.id,
    step.events.map(({ type }) => type),
  ]);

it('tells what an event led to, nearest first, refused commands too', () => {
  expect(told('e1')).toEqual([
    [1, 'Confirm', 'e1', ['OrderConfirmed', 'OrderForShipping']],
    [1, 'Request', 'e1', ['PaymentRequested']],
    [2, 'Refused', 'e2', []],
    [2, 'Plan', 'e4', ['ShipmentPlanned']],
  ]);
  expect(told('e1', 1)).toHaveLength(2);
  expect(told('e5')).toEqual([]);
});

it('ends where events cause each other in a circle', () => {
  const circle: Story = {
    events: [event(1, 'A', 'one', 'e2'), event(2, 'B', 'two', 'e1')],
    commands: [command('one', 'e2'), command('two', 'e1')],
  };
  expect(consequencesOf('e1', circle, 6)).toHaveLength(6);
});
