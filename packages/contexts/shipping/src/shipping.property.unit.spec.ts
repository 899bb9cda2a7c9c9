import type { AnyEvent } from '@waybill/engine';
import fc from 'fast-check';
import { it } from 'vitest';
import { deliveryCommands } from './delivery/commands.ts';
import { order, orderId } from './fixtures/order.ts';
import { anySending, type Sending } from './fixtures/random-shipping.ts';
import { createShippingInMemory } from './fixtures/shipping-in-memory.ts';
import { type Count, countOf, linesOf, none, type Pieces, plus, totalOf } from './pieces.ts';
import { shipmentPlanCommands } from './shipment-plan/commands.ts';
import { openOf, orderedOf } from './shipment-plan/shipment-plan.ts';

type House = ReturnType<typeof createShippingInMemory>;
const deliveryIds = ['d-1', 'd-2', 'd-3', 'd-4'];

/** What an accountant would note who sees the events and knows none of the rules. */
interface Books {
  read: number;
  held: boolean;
  cleared: boolean;
  stopped: Count;
  dispatched: Count;
  returned: Map<string, Count>;
  sent: Map<string, Count>;
  gone: Set<string>;
  answers: string[];
}
type Noted = AnyEvent & {
  readonly data: { lines?: readonly Pieces[]; override?: string | null; cancellationId?: string };
};

/** Cheaper than an expectation, of which there would be hundreds of thousands. */
const must = (rule: string, holds: boolean): void => {
  if (!holds) throw new Error(`Broken: ${rule}`);
};

const note = (books: Books, stream: string, { type, data }: Noted) => {
  const lines = data.lines ?? [];
  switch (type) {
    case 'ShipmentHeld':
      books.held = true;
      break;
    case 'ShipmentReleased':
      books.held = false;
      break;
    case 'DeliveryCleared':
      books.cleared = true;
      break;
    case 'DeliveryPacked':
      must('what was cancelled is not packed', !books.gone.has(stream));
      must('nothing held or unpaid is packed', data.override !== null || (books.cleared && !books.held));
      break;
    case 'DeliveryCancelled':
      books.gone.add(stream);
      break;
    case 'DeliveryDispatched':
      must('what was cancelled is not sent', !books.gone.has(stream));
      must('it is sent once', !books.sent.has(stream));
      books.dispatched = plus(books.dispatched, lines);
      books.sent.set(stream, countOf(lines));
      break;
    case 'ShipmentStopped':
      books.stopped = plus(books.stopped, lines);
      books.answers.push(String(data.cancellationId));
      break;
    case 'ShipmentStopRefused':
      books.answers.push(String(data.cancellationId));
      break;
    case 'ReturnReceived':
      books.returned.set(stream, plus(books.returned.get(stream) ?? none, lines));
      break;
  }
};

const within = (count: Count, limit: Count): boolean =>
  [...count].every(([lineId, quantity]) => quantity <= (limit.get(lineId) ?? 0));
const isSame = (one: Count, other: Count): boolean => within(one, other) && within(other, one);

const check = (books: Books, { plan, delivery }: House) => {
  const ordered = orderedOf(plan);
  must('sent ≤ ordered − cancelled', within(plus(books.dispatched, linesOf(books.stopped)), ordered));
  for (const [id, count] of books.returned) must('returned ≤ sent', within(count, books.sent.get(id) ?? none));
  must('a cancellation has one answer', new Set(books.answers).size === books.answers.length);

  const everywhere = [openOf(plan), plan.stopped, ...plan.deliveries.values()];
  const somewhere = everywhere.reduce<Count>((sum, count) => plus(sum, linesOf(count)), none);
  must('every piece is open, in one delivery, or stopped', isSame(somewhere, ordered));
  for (const id of deliveryIds) {
    const state = delivery(id);
    const inside = state && state.status !== 'CANCELLED' ? countOf(state.lines) : none;
    must('plan and delivery agree', isSame(plan.deliveries.get(id) ?? none, inside));
  }
  must('what is stopped was told', isSame(plan.stopped, books.stopped));
  must('complete where all is stopped', plan.complete === (totalOf(books.stopped) === totalOf(ordered)));
};

class Sent implements fc.Command<Books, House> {
  readonly sending: Sending;
  constructor(sending: Sending) {
    this.sending = sending;
  }
  check() {
    return true;
  }
  run(books: Books, house: House) {
    const { definition, data } = this.sending;
    house.send(definition, data);
    for (; books.read < house.log.length; books.read += 1) {
      const happened = house.log[books.read];
      if (happened) note(books, happened.stream, happened.event);
    }
    check(books, house);
    const again = house.send(definition, data);
    must('the same wish again changes nothing', typeof again === 'string' || again.length === 0);
  }
  toString() {
    return `${this.sending.definition.type} ${JSON.stringify(this.sending.data)}`;
  }
}

/** A delivery's way, of which random histories would seldom see the end. */
const way: readonly Sending[] = [
  { definition: shipmentPlanCommands.ClearDelivery, data: { orderId } },
  { definition: shipmentPlanCommands.ScheduleDelivery, data: { orderId, deliveryId: 'd-1', lines: null } },
  { definition: deliveryCommands.PickDelivery, data: { deliveryId: 'd-1', lines: null } },
  { definition: deliveryCommands.PackDelivery, data: { deliveryId: 'd-1', override: null } },
  {
    definition: deliveryCommands.DispatchDelivery,
    data: { deliveryId: 'd-1', carrier: 'Royal Mail', trackingNumber: 'RM-1', parcels: 1 },
  },
];

const opened = (): Books => ({
  read: 0,
  held: false,
  cleared: false,
  stopped: none,
  dispatched: none,
  returned: new Map(),
  sent: new Map(),
  gone: new Set(),
  answers: [],
});

it('no piece is lost, sent twice, or sent though it was held or stopped, whatever is asked and asked again', {
  timeout: 60_000,
}, () => {
  const sent = anySending.map((sending) => new Sent(sending));
  fc.assert(
    fc.property(fc.nat(way.length), fc.commands([sent], { maxCommands: 60, size: 'max' }), (steps, commands) => {
      const real = createShippingInMemory();
      real.send(shipmentPlanCommands.PlanShipment, { orderId, ...order });
      const model = opened();
      for (const sending of way.slice(0, steps)) new Sent(sending).run(model, real);
      fc.modelRun(() => ({ model, real }), commands);
    }),
    { numRuns: 1_000 },
  );
});
