import type { Recorded } from '@waybill/engine';

/** What a person who reads one order's file would look at. */
interface File {
  readonly orderId: string;
  readonly events: Recorded[];
}
type Data = Readonly<Record<string, never>>;
const dataOf = (event: Recorded | undefined) => (event?.data ?? {}) as Data;

const OF_ORDER = new Set(['order', 'orderPayment', 'orderBilling', 'shipmentPlan']);
const ABOUT_ORDER = new Set(['invoice', 'delivery', 'stockItem']);

/** The order that an event is about. */
const orderOf = (event: Recorded): string | undefined => {
  if (OF_ORDER.has(event.category)) return event.id;
  return ABOUT_ORDER.has(event.category) ? dataOf(event).orderId : undefined;
};

/** At most once in the life of an order. */
const ONCE = [
  'OrderPlaced',
  'OrderConfirmed',
  'OrderCancelled',
  'OrderCompleted',
  'PaymentRequested',
  'PaymentReceived',
  'PaymentRequestCancelled',
  'BillingOpened',
  'BillingStopped',
  'InvoiceAgreed',
  'InvoiceIssued',
  'PaymentAllocated',
  'InvoicePaid',
  'InvoiceDocumentStored',
  'ShipmentPlanned',
  'ShipmentStopped',
  'DeliveryCleared',
  'DeliveryPlanned',
  'AddressFrozen',
  'DeliveryScheduled',
  'DeliveryPicked',
  'DeliveryPacked',
  'DeliveryDispatched',
  'DeliveryConfirmed',
] as const;

/** What lets something happen once more: a person changed what was asked for, a payment bounced, a delivery was given up. */
const AGAIN: Readonly<Record<string, readonly string[]>> = {
  PaymentReceived: ['PaymentRequestAmended', 'PaymentFailed'],
  DeliveryPlanned: ['DeliveryCancelled'],
  DeliveryScheduled: ['DeliveryCancelled'],
  DeliveryPicked: ['DeliveryCancelled'],
  DeliveryPacked: ['DeliveryCancelled'],
};

/** What is wrong with the end of one order; empty where a person would nod. */
const faultsOf = ({ orderId, events }: File): string[] => {
  const faults: string[] = [];
  const count = (type: string) => events.filter((event) => event.type === type).length;
  const has = (type: string) => count(type) > 0;
  const first = (type: string) => dataOf(events.find((event) => event.type === type));
  const must = (rule: string, holds: boolean) => {
    if (!holds) faults.push(`${orderId}: ${rule}`);
  };

  const lines: readonly { lineId: string; quantity: number }[] = first('OrderForShipping').lines ?? [];
  const hasGoods = lines.length > 0;

  const reserved = count('StockReserved') === lines.length;
  const isShort = !reserved && has('StockReservationRejected');
  for (const type of ONCE) {
    const times = 1 + sum((AGAIN[type] ?? []).map(count));
    must(`${type} at most ${times} times, not ${count(type)}`, count(type) <= times);
  }
  must('every wish to cancel is answered', cancellationsOpen(events) === 0);
  must('one wish to cancel is answered once', count('CancellationRejected') <= count('CancellationRequested'));
  const credited = sum(
    events.filter(({ type }) => type === 'CreditNoteIssued').map((event) => dataOf(event).total ?? 0),
  );
  if (has('OrderCancelled')) {
    for (const type of ['DeliveryDispatched', 'OrderCompleted']) must(`cancelled, so no ${type}`, !has(type));
    must('cancelled, so what was invoiced is credited', credited === (first('InvoiceIssued').total ?? 0));
    must('cancelled, so no money stays with it', allocatedOf(events) === 0);
    must('cancelled, so nothing is asked for', has('PaymentRequestCancelled'));
    if (has('OrderPlaced')) {
      must('cancelled, so shipping stopped', has('ShipmentStopped'));
      must('cancelled, so billing stopped, or was credited', has('BillingStopped') || has('BillingStopRefused'));
      must('cancelled, so its goods are free', count('ReservationReleased') === lines.length);
      if (!has('PaymentRequestAmended') && !has('PaymentFailed'))
        must('cancelled, so what had come goes back', sum(amounts(events, 'RefundRequested')) === freedOf(events));
    }
  } else {
    must('not cancelled, so nothing stopped', !has('BillingStopped') && !has('ShipmentStopped'));
    must('not cancelled, so it can be paid', !has('PaymentRequestCancelled'));
    must('not cancelled, so nothing is credited', credited === 0);
    if (isShort) must('short of goods, so it waits', !has('OrderConfirmed') && !has('PaymentRequested'));
    else if (has('OrderPlaced')) {
      must('placed, so confirmed and payment requested', has('OrderConfirmed') && has('PaymentRequested'));
      const { total = 0, currency = 'GBP' } = first('OrderPlaced');
      must('paid exactly where enough arrived', has('PaymentReceived') === arrivedOf(events, currency) >= total);
    }
  }
  if (has('OrderPlaced') && !isShort) must('placed, so reserved line by line', reserved);
  if (has('DeliveryDispatched')) must('sent, so off the shelf', count('StockShipped') === lines.length);
  if (has('PaymentReceived') && !has('OrderCancelled')) {
    must('paid, so invoiced once', count('InvoiceIssued') === 1 && has('InvoicePaid'));
    must('paid, so its document is stored', has('InvoiceDocumentStored'));
    must('paid, so cleared and one delivery', has('DeliveryCleared') === hasGoods);
    must('one delivery of goods', count('DeliveryScheduled') === (hasGoods ? 1 : 0));
    must(
      'the invoice says what was ordered',
      dataOf(events.find(({ type }) => type === 'InvoiceIssued')).total === first('OrderPlaced').total,
    );
    must('the money is where the invoice says', allocatedOf(events) === first('InvoiceIssued').total);
  } else if (!has('PaymentReceived'))
    must('not paid, so not invoiced and not sent', !has('InvoiceIssued') && !has('DeliveryScheduled'));
  const isDone = hasGoods ? has('DeliveryConfirmed') : has('InvoicePaid') && !has('OrderCancelled');
  must('completed exactly where delivered, or paid where nothing is', has('OrderCompleted') === isDone);
  const ordered = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
  for (const { type, data } of events)
    if (type === 'DeliveryPlanned')
      for (const { lineId, quantity } of (data as { lines: { lineId: string; quantity: number }[] }).lines)
        must('shipped ≤ ordered', quantity <= (ordered.get(lineId) ?? 0));
  return faults;
};

const cancellationsOpen = (events: readonly Recorded[]): number => {
  let open = 0;
  for (const { type } of events) {
    if (type === 'CancellationRequested') open = 1;
    if (type === 'CancellationRejected' || type === 'OrderCancelled') open = 0;
  }
  return open;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const amounts = (events: readonly Recorded[], type: string, currency?: string): number[] =>
  events
    .filter((event) => event.type === type && (currency === undefined || dataOf(event).currency === currency))
    .map((event) => Number(dataOf(event).amount));
const arrivedOf = (events: readonly Recorded[], currency: string): number =>
  sum(amounts(events, 'IncomingPaymentRecorded', currency));
/** Minor units of its own currency that stayed with an order. */
const allocatedOf = (events: readonly Recorded[]): number => {
  const currency = dataOf(events.find(({ type }) => type === 'PaymentRequested')).currency ?? 'GBP';
  return arrivedOf(events, currency) - sum(amounts(events, 'PaymentUnallocated', currency));
};

/** What waited for a person because the order was cancelled, and not because it came later. */
const freedOf = (events: readonly Recorded[]): number => {
  const by = events.find(({ type }) => type === 'PaymentRequestCancelled')?.commandId;
  return sum(
    amounts(
      events.filter(({ commandId }) => commandId === by),
      'PaymentUnallocated',
    ),
  );
};

const filesOf = (events: readonly Recorded[]): File[] => {
  const files = new Map<string, File>();
  for (const event of events) {
    const orderId = orderOf(event);
    if (orderId === undefined) continue;
    const file = files.get(orderId) ?? { orderId, events: [] };
    file.events.push(event);
    files.set(orderId, file);
  }
  return [...files.values()];
};

/** Σ kept for orders + Σ put aside, to wait for a person or go back, = Σ arrived, per currency; no reference counts twice. */
const moneyFaults = (events: readonly Recorded[], files: readonly File[]): string[] => {
  const faults: string[] = [];
  const taken = events.filter(({ type }) => type === 'PaymentReferenceTaken');
  const references = new Set(taken.map((event) => `${dataOf(event).channel} ${dataOf(event).reference}`));
  if (references.size !== taken.length) faults.push(`${taken.length - references.size} references counted twice`);
  const moved = events.filter(({ category }) => category === 'paymentReference' || category === 'orderPayment');
  const currencies = moved.map((event) => dataOf(event).currency).filter((currency) => currency !== undefined);
  for (const currency of new Set<string>(currencies)) {
    const arrived = sum(amounts(taken, 'PaymentReferenceTaken', currency));
    const waiting = sum(amounts(events, 'PaymentUnallocated', currency));
    const kept = sum(
      files.map((file) => arrivedOf(file.events, currency) - sum(amounts(file.events, 'PaymentUnallocated', currency))),
    );
    if (arrived !== kept + waiting) faults.push(`${currency}: ${arrived} arrived, ${kept} kept, ${waiting} waiting`);
  }
  return faults;
};

/** 'INV-2026-000001' to n without a gap, in each series, each for a document that exists. */
const numberFaults = (events: readonly Recorded[], document: string, given: string): string[] => {
  const series = new Map<string, string[]>();
  for (const event of events)
    if (event.type === document) {
      const { series: name, number } = event.data as { series: string; number: string };
      series.set(name, [...(series.get(name) ?? []), number]);
    }
  const numbers = events.filter(({ type }) => type === given).length;
  const issued = sum([...series.values()].map(({ length }) => length));
  return [
    ...(numbers === issued ? [] : [`${numbers} numbers given for ${issued} times ${document}`]),
    ...[...series].flatMap(([name, list]) =>
      list
        .sort()
        .map((number, index) => [number, `${name}-${String(index + 1).padStart(6, '0')}`] as const)
        .filter(([number, expected]) => number !== expected)
        .slice(0, 3)
        .map(([number, expected]) => `${number} where ${expected} should be`),
    ),
  ];
};

const ENDS = [
  'OrderCompleted',
  'OrderCancelled',
  'DeliveryDispatched',
  'DeliveryPacked',
  'PaymentReceived',
  'OrderPlaced',
];

/** Reads all files after everything has settled: what is wrong, and how many orders ended how. */
export const readFiles = (events: readonly Recorded[]) => {
  const files = filesOf(events).filter((file) => file.events.some(({ category }) => category === 'order'));
  const faults = [
    ...files.flatMap(faultsOf),
    ...moneyFaults(events, files),
    ...numberFaults(events, 'InvoiceIssued', 'InvoiceNumberTaken'),
    ...numberFaults(events, 'CreditNoteIssued', 'CreditNoteNumberTaken'),
  ];
  const ends: Record<string, number> = {};
  for (const file of files) {
    const types = new Set(file.events.map(({ type }) => type));
    const end = ENDS.find((type) => types.has(type)) ?? 'OrderDrafted';
    ends[end] = (ends[end] ?? 0) + 1;
  }
  return { faults, ends };
};
