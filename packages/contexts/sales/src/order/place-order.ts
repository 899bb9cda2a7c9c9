import type { CommandData, DecisionContext } from '@waybill/engine';
import { accept, type Decision, documentTotals, localDate, nothing, type Refusal, refuse } from '@waybill/kernel';
import type { Address } from '../address.ts';
import type { orderCommands } from './commands.ts';
import { whyNoCurrency } from './currency.ts';
import type { OrderEvent } from './events.ts';
import type { OrderLine } from './line.ts';
import { chargeLine, goodsLine } from './new-line.ts';
import type { ExistingOrder, Order } from './order.ts';
import { factsOf, whyNotLine, whyNotPlaceable, whyTooLarge } from './preconditions.ts';
import { AddressMissing, LineAlreadyExists, OrderAlreadyExists, OrderEmpty, OrderUnknown } from './refusals.ts';

type PlaceOrder = CommandData<typeof orderCommands.PlaceOrder>;
type WholeOrder = NonNullable<PlaceOrder['order']>;

export const placeOrder = (
  command: PlaceOrder,
  order: Order,
  { occurredAt }: DecisionContext,
): Decision<OrderEvent> => {
  const placedOn = localDate(occurredAt);
  if (command.order) return placeWhole(command, command.order, order, placedOn);
  return order ? placeDraft(command, order, placedOn) : refuse(OrderUnknown({ orderId: command.orderId }));
};

const placeDraft = ({ channel }: PlaceOrder, order: ExistingOrder, placedOn: string): Decision<OrderEvent> => {
  const { status, deliveryAddress } = order;
  if (status === 'PLACED' || status === 'CONFIRMED' || status === 'COMPLETED') return nothing;
  const why = whyNotPlaceable(factsOf(order));
  if (why) return refuse(why);
  if (!deliveryAddress) return refuse(AddressMissing({ address: 'delivery' }));
  return accept(...placed({ ...order, deliveryAddress, channel, externalId: null, placedOn }));
};

const placeWhole = (
  { orderId, channel }: PlaceOrder,
  whole: WholeOrder,
  order: Order,
  placedOn: string,
): Decision<OrderEvent> => {
  if (order) return isSameDocument(order, whole, channel) ? nothing : refuse(OrderAlreadyExists({ orderId }));
  const why = whyNotWhole(whole);
  if (why) return refuse(why);
  const lines = [...whole.items.map(goodsLine), ...whole.charges.map(chargeLine)];
  const tooLarge = whyTooLarge(lines);
  if (tooLarge) return refuse(tooLarge);
  return accept(...placed({ ...whole, lines, channel, placedOn }));
};

/** A document from outside that comes again: the same number from the same channel is the same order. */
const isSameDocument = ({ placed }: ExistingOrder, { externalId }: WholeOrder, channel: string): boolean =>
  placed !== null && externalId !== null && placed.externalId === externalId && placed.channel === channel;

const whyNotWhole = ({ currency, items, charges }: WholeOrder): Refusal | null => {
  const noCurrency = whyNoCurrency(currency);
  if (noCurrency) return noCurrency;
  if (items.length + charges.length === 0) return OrderEmpty({});
  const seen = new Set<string>();
  for (const line of [...items, ...charges.map((charge) => ({ ...charge, sku: charge.code }))]) {
    const why = whyNotLine(line, currency);
    if (why) return why;
    if (seen.has(line.lineId)) return LineAlreadyExists({ lineId: line.lineId });
    seen.add(line.lineId);
  }
  return null;
};

interface Placing {
  readonly number: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
  readonly deliveryAddress: Address;
  readonly billingAddress: Address | null;
  readonly channel: string;
  readonly externalId: string | null;
  readonly placedOn: string;
}

/** One decision, told three times: to everybody, to billing (no weights), to shipping (no prices). */
const placed = (order: Placing): OrderEvent[] => {
  const { number, customerId, customerName, currency, lines, deliveryAddress, channel, externalId, placedOn } = order;
  const { net, tax, total } = documentTotals(lines);
  const goods = lines.filter(({ kind }) => kind === 'GOODS');
  const customer = { number, customerId, customerName };
  const terms = 'PREPAID' as const;
  return [
    {
      type: 'OrderPlaced',
      data: {
        ...customer,
        country: deliveryAddress.country,
        currency,
        terms,
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
        terms,
        lines: lines.map(({ weightGrams: _, ...line }) => line),
        channel,
      },
    },
    {
      type: 'OrderForShipping',
      data: {
        ...customer,
        deliveryAddress,
        lines: goods.map(({ lineId, sku, description, quantity, weightGrams }) => ({
          lineId,
          sku,
          description,
          quantity,
          weightGrams,
        })),
      },
    },
  ];
};
