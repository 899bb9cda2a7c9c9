import type { RecordedEvent } from '@waybill/event-store';
import { describe, expect, it } from 'vitest';
import { changeOf } from './change.ts';
import { createWindow } from './window.ts';

const at = (position: number) => {
  const event: RecordedEvent = {
    position,
    type: 'OrderPlaced',
    data: {},
    streamId: 'order-1',
    category: 'order',
    version: position,
    eventId: `e-${position}`,
    schemaVersion: 1,
    metadata: {},
    commandId: null,
    correlationId: 'c',
    causationId: null,
    actor: { kind: 'user', id: 'ana', name: 'Ana' },
    occurredAt: new Date(0),
    recordedAt: new Date(0),
  };
  return changeOf(event, [], []);
};
const positions = (changes: readonly { position: number }[]) => changes.map(({ position }) => position);

describe('the window of newest changes', () => {
  it('answers with what lies after a cursor, up to what is visible', () => {
    const window = createWindow(100);
    window.extend([at(2), at(4), at(7)], 9);
    expect(positions(window.between(0, 9, 10))).toEqual([2, 4, 7]);
    expect(positions(window.between(2, 6, 10))).toEqual([4]);
    expect(positions(window.between(3, 9, 1))).toEqual([4]);
    expect(positions(window.between(7, 9, 10))).toEqual([]);
  });

  it('forgets the oldest, and says from where on it is whole', () => {
    const window = createWindow(10);
    for (let position = 1; position <= 100; position += 1) window.extend([at(position)], position);
    expect(window.length).toBeLessThanOrEqual(12);
    expect(positions(window.between(window.start, 100, 100))[0]).toBe(window.start + 1);
    expect(() => window.between(window.start - 1, 100, 10)).toThrow(RangeError);
  });

  it('cleared, begins anew where the log stands', () => {
    const window = createWindow(10);
    window.extend([at(1)], 3);
    window.clear(20);
    window.extend([at(21)], 25);
    expect([window.start, window.end, positions(window.between(20, 25, 9))]).toEqual([20, 25, [21]]);
  });
});
