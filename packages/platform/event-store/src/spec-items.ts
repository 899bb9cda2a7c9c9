import { newId } from '@waybill/kernel';
import type { AppendItem, CommandRecord, ExpectedVersion, NewEvent, RefusalItem, StreamAppend } from './event-store.ts';

/** Items as the specs of this package need them. */
export const aStream = (category = 'order'): string => `${category}-${newId()}`;

export const aCommand = (streamId: string, fields: Partial<CommandRecord> = {}): CommandRecord => ({
  commandId: newId(),
  type: 'PlaceOrder',
  streamId,
  payload: { note: 'as asked' },
  requestHash: 'c0ffee',
  actor: { kind: 'user', id: 'ada', name: 'Ada' },
  correlationId: newId(),
  causationId: null,
  ...fields,
});

export const someEvents = (count: number, type = 'OrderPlaced'): NewEvent[] =>
  Array.from({ length: count }, (_, n) => ({ type, schemaVersion: 1, data: { n } }));

export const to = (
  streamId: string,
  expected: ExpectedVersion,
  events: number | readonly NewEvent[] = 1,
  closes = false,
): StreamAppend => ({
  streamId,
  category: streamId.slice(0, streamId.indexOf('-')),
  expected,
  events: typeof events === 'number' ? someEvents(events) : events,
  closes,
});

export const anItem = (stream: StreamAppend, ...more: StreamAppend[]): AppendItem => ({
  command: aCommand(stream.streamId),
  streams: [stream, ...more],
});

export const aRefusal = (streamId: string): RefusalItem => ({
  command: aCommand(streamId),
  refusal: { code: 'OrderNotCancellable', message: 'The order is delivered: request a return.', details: { n: 1 } },
});
