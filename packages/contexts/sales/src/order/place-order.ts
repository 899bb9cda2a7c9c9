import type { CommandData, DecisionContext } from '@waybill/engine';
import { accept, type Decision, documentTotals, localDate, nothing, type PriceBasis, refuse } from '@waybill/kernel';
import type { Address } from '../address.ts';
import type { PaymentTerms, ShortagePolicy } from '../terms.ts';
import type { orderCommands, WholeOrder } from './commands.ts';
import type { Discount } from './discount.ts';
import type { OrderEvent } from './events.ts';
import type { PricedLine } from './line.ts';
import { withoutMeasures } from './measures.ts';
import type { ExistingOrder, Order, OrderStatus } from './order.ts';
import { factsOf, whyNotPlaceable } from './preconditions.ts';
import { AddressMissing, OrderAlreadyExists, OrderUnknown } from './refusals.ts';
import { linesOfWhole, whyNotWhole } from './whole-order.ts';

type PlaceOrder = CommandData<typeof orderCommands.PlaceOrder>;

export const placeOrder = (
  command: PlaceOrder,
  order: Order,
  { occurredAt }: DecisionContext,
): Decision<OrderEvent> => {
  const placedOn = localDate(occurredAt);
  if (order?.recordedAsCancelled) return nothing;
  if (command.order) return placeWhole(command, command.order, order, placedOn);
  return order ? placeDraft(command, order, placedOn) : refuse(OrderUnknown({ orderId: command.orderId }));
};

const placeDraft = (command: PlaceOrder, order: ExistingOrder, placedOn: string): Decision<OrderEvent> => {
  const { status, deliveryAddress } = order;
  if (PLACED_ALREADY.has(status)) return nothing;
  const why = whyNotPlaceable(factsOf(order));
  if (why) return refuse(why);
  if (!deliveryAddress) return refuse(AddressMissing({ address: 'delivery' }));
  const { channel, shortage } = command;
  const terms = command.terms ?? order.terms;
  return accept(...placed({ ...order, deliveryAddress, terms, shortage, channel, externalId: null, placedOn }));
};
const PLACED_ALREADY: ReadonlySet<OrderStatus> = new Set(['PLACED', 'CONFIRMED', 'HELD', 'COMPLETED']);

const placeWhole = (
  { orderId, channel, terms, shortage }: PlaceOrder,
  whole: WholeOrder,
  order: Order,
  placedOn: string,
): Decision<OrderEvent> => {
  if (order) return isSameDocument(order, whole, channel) ? nothing : refuse(OrderAlreadyExists({ orderId }));
  const why = whyNotWhole(whole);
  if (why) return refuse(why);
  const agreed = { lines: linesOfWhole(whole), terms: terms ?? 'PREPAID', shortage, channel, placedOn } as const;
  return accept(...placed({ ...whole, ...agreed }));
};

/** A document from outside that comes again: the same number from the same channel is the same order. */
const isSameDocument = ({ placed }: ExistingOrder, { externalId }: WholeOrder, channel: string): boolean =>
  placed !== null && externalId !== null && placed.externalId === externalId && placed.channel === channel;

interface Placing {
  readonly number: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly currency: string;
  readonly prices: PriceBasis;
  readonly lines: readonly PricedLine[];
  readonly discounts: readonly Discount[];
  readonly terms: PaymentTerms;
  readonly shortage: ShortagePolicy;
  readonly deliveryAddress: Address;
  readonly billingAddress: Address | null;
  readonly channel: string;
  readonly externalId: string | null;
  readonly placedOn: string;
}

/** One decision, told three times: to everybody, to billing (no weights), to shipping (no prices). */
const placed = (order: Placing): OrderEvent[] => {
  const { number, customerId, customerName, currency, prices, terms, shortage, lines, deliveryAddress } = order;
  const { channel, externalId, placedOn } = order;
  const { net, tax, total } = documentTotals(lines, prices);
  const goods = lines.filter(({ kind }) => kind === 'GOODS');
  const customer = { number, customerId, customerName };
  return [
    {
      type: 'OrderPlaced',
      data: {
        ...customer,
        country: deliveryAddress.country,
        currency,
        prices,
        terms,
        shortage,
        lineCount: lines.length,
        goods: goods.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
        net,
        tax,
        total,
        channel,
        externalId,
        placedOn,
      },
    },
    {
      type: 'OrderForBilling',
      data: {
        ...customer,
        billingAddress: order.billingAddress ?? deliveryAddress,
        currency,
        prices,
        terms,
        lines: lines.map(withoutMeasures),
        discounts: [...order.discounts],
        channel,
      },
    },
    {
      type: 'OrderForShipping',
      data: {
        ...customer,
        deliveryAddress,
        lines: goods.map(({ lineId, sku, description, quantity, weightGrams, size }) => ({
          lineId,
          sku,
          description,
          quantity,
          weightGrams,
          size,
        })),
      },
    },
  ];
};
