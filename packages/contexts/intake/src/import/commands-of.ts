import type { CommandRequest } from '@waybill/engine';
import { derivedId } from '@waybill/kernel';
import { occurredAt, type RetailDocument } from '../online-retail/document.ts';
import type { RetailCredit } from '../online-retail/retail-credit.ts';
import { CHANNEL, CURRENCY, type RetailLine, type RetailOrder } from '../online-retail/retail-order.ts';
import type { Row } from '../online-retail/row.ts';
import type { DeliveryStatus, ScheduledDelivery } from './ports.ts';

/** What is left of an order once it is placed and paid. */
export type DeliverableOrder = Pick<RetailOrder, 'orderId' | 'externalId' | 'occurredAt'>;

const ACTOR = { kind: 'import', id: CHANNEL, name: 'Online Retail import' } as const;
/** The file states no tax: what it calls a price is what was paid. */
const NO_TAX = { taxCode: 'NOT_STATED', taxRate: '0' };

/** The id of a command is what it is and what it is about: the second time it is the same command. */
const commandId = (type: string, about: string): string => derivedId('command', CHANNEL, type, about);

const command = (
  type: string,
  about: string,
  occurredAt: Date | null,
  data: CommandRequest['data'],
  correlationId = commandId(type, about),
): CommandRequest => ({
  type,
  data,
  actor: ACTOR,
  commandId: commandId(type, about),
  correlationId,
  ...(occurredAt ? { occurredAt } : {}),
});

export const registerChannel = (): CommandRequest =>
  command('RegisterChannel', CHANNEL, null, {
    channel: CHANNEL,
    name: 'Online Retail',
    currency: CURRENCY,
    historic: true,
    owner: null,
  });

/** The first goods of a product that this house knows of: as many pieces as were missing to `target`. */
export const openStock = (sku: string, target: number, quantity: number): CommandRequest =>
  command('ReceiveStock', `opening ${sku} ${target}`, null, {
    ...{ sku, quantity, note: 'Opening stock' },
    receiptId: derivedId('receipt', CHANNEL, 'opening', sku, target),
  });

/** The same goods again, for a house that goes on selling after its file. */
export const replenishStock = (sku: string, quantity: number): CommandRequest =>
  command('ReceiveStock', `replenish ${sku} ${quantity}`, null, {
    ...{ sku, quantity, note: 'Bought again: as much as was sold' },
    receiptId: derivedId('receipt', CHANNEL, 'replenish', sku, quantity),
  });

/** One row of a stock adjustment: counted up or down. */
export const adjustStock = (
  { document, code, quantity, description }: Row,
  place: number,
  happened: Date | null,
): CommandRequest =>
  command('AdjustStock', `${document} ${place}`, happened, {
    ...{ sku: code, by: quantity, reason: description || `Stock adjustment ${document}` },
    adjustmentId: derivedId('adjustment', CHANNEL, document, place),
  });

/** Everything that comes of an order belongs to the story that its message began. */
const storyOf = ({ externalId }: DeliverableOrder): string => commandId('ReceiveMessage', externalId);

const line = ({ lineId, kind, code, description, quantity, unitPrice }: Omit<RetailLine, 'amount'>) => ({
  lineId,
  kind,
  sku: code,
  description,
  quantity,
  unitPrice,
  ...NO_TAX,
});

/** The whole order in one message, with the document's own texts and prices. */
export const orderMessage = ({ externalId, occurredAt, customer, lines }: RetailOrder): CommandRequest => {
  const { number, kind, name, country } = customer;
  return command('ReceiveMessage', externalId, occurredAt, {
    channel: CHANNEL,
    messageId: externalId,
    externalOrderId: externalId,
    happenedAt: occurredAt.toISOString(),
    kind: 'ORDER',
    content: { customer: { number, kind, name, address: { country } }, lines: lines.map(line) },
  });
};

/** A cancellation: it names no order, only who gave back what. */
export const creditMessage = ({ externalId, occurredAt, customer, lines }: RetailCredit): CommandRequest => {
  const { number, kind, country } = customer;
  return command('ReceiveMessage', externalId, occurredAt, {
    channel: CHANNEL,
    messageId: externalId,
    happenedAt: occurredAt.toISOString(),
    kind: 'CANCELLATION',
    content: { reason: `Credit ${externalId}`, customer: { number, kind, country }, lines: lines.map(line) },
  });
};

/** The id that a message of the file has in this house. */
export const intakeIdOf = (messageId: string): string => derivedId('intakeMessage', CHANNEL, messageId);

/** The file knows no payments: one is assumed for every order, in full and at once, and is marked so. */
export const payInFull = (order: DeliverableOrder & Pick<RetailOrder, 'total'>): CommandRequest => {
  const data = {
    paymentId: derivedId('payment', CHANNEL, order.externalId),
    orderId: order.orderId,
    orderReference: order.externalId,
    channel: CHANNEL,
    reference: order.externalId,
    method: 'ASSUMED',
    amount: order.total,
    currency: CURRENCY,
  };
  return command('RecordIncomingPayment', order.externalId, order.occurredAt, data, storyOf(order));
};

/** From the shelf to the customer's door, as assumed as the payment: the steps that are still to be taken. */
export const deliver = (
  order: DeliverableOrder,
  { deliveryId, status }: ScheduledDelivery,
): readonly CommandRequest[] => {
  const { externalId } = order;
  const step = (type: string, data: CommandRequest['data'] = {}) =>
    command(type, externalId, order.occurredAt, { deliveryId, ...data }, storyOf(order));
  const all = [
    step('PickDelivery'),
    step('PackDelivery'),
    step('DispatchDelivery', { carrier: 'ASSUMED', trackingNumber: externalId }),
    step('ConfirmDelivery'),
  ];
  return all.slice(STATUSES.indexOf(status));
};
const STATUSES: readonly DeliveryStatus[] = ['SCHEDULED', 'PICKED', 'PACKED', 'DISPATCHED', 'DELIVERED'];

/**
 * A document that no order can be made of. Its id holds what it says, so that a corrected file is a new wish and the
 * same file is not.
 */
export const receiveDocument = (document: RetailDocument, objection: string | null): CommandRequest => {
  const lines = document.rows.map(({ code, description, quantity, unitPrice }) => ({
    code,
    description,
    quantity,
    unitPrice,
  }));
  const malformed = document.malformed.map(({ line, reason, text }) => ({ line, reason, text }));
  const content = derivedId('content', JSON.stringify([document.number, lines, malformed, objection]));
  const data = {
    documentId: derivedId('document', CHANNEL, document.number ?? content),
    channel: CHANNEL,
    externalId: document.number,
    currency: CURRENCY,
    lines,
    malformed,
    objection,
  };
  return command('ReceiveDocument', content, occurredAt(document), data);
};
