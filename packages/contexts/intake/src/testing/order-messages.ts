import type { FiledMessage } from '../external-order/message.ts';
import type { ContentLine } from '../message/content.ts';

type Line = Partial<ContentLine> & Pick<ContentLine, 'lineId' | 'quantity'>;

export const contentLine = (line: Line): ContentLine => ({
  kind: 'GOODS',
  sku: `SKU-${line.lineId}`,
  description: 'A heart',
  unitPrice: '2.55',
  taxCode: 'STANDARD',
  taxRate: '20',
  weightGrams: null,
  ...line,
});

const leeds = { line1: '1 High St', city: 'Leeds', country: 'United Kingdom' };
export const contentOf = (lines: readonly Line[], city = 'Leeds') => ({
  customerId: 'customer-1',
  customerNumber: '17850',
  customerKind: 'BUSINESS' as const,
  country: 'United Kingdom',
  currency: 'GBP',
  prices: 'NET' as const,
  lines: lines.map(contentLine),
  customer: { name: 'Ana Meyer', email: null, address: leeds },
  deliveryAddress: { ...leeds, city },
});

interface Said {
  readonly order?: string;
  readonly id: string;
  readonly minute?: number;
  readonly sequence?: number | null;
}
const headOf = ({ order = '42', id, minute = 0, sequence = null }: Said) => ({
  intakeId: `intake-${id}`,
  messageId: id,
  channel: 'market',
  externalOrderId: order,
  sequence,
  happenedAt: new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString(),
});

export const newOrder = (said: Said, lines: readonly Line[] = [{ lineId: 'L1', quantity: 6 }]): FiledMessage => ({
  ...headOf(said),
  kind: 'ORDER',
  content: contentOf(lines),
});
export const change = (said: Said, lines: readonly Line[], city?: string): FiledMessage => ({
  ...headOf(said),
  kind: 'CHANGE',
  content: contentOf(lines, city),
});
export const cancel = (said: Said): FiledMessage => ({
  ...headOf(said),
  kind: 'CANCELLATION',
  reason: 'changed their mind',
  credit: null,
});
