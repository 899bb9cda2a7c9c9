import type { Address } from '@waybill/sales/contract';
import type { ExternalOrderEvent } from '../external-order/events.ts';
import type { IntakeMessageEvent } from './events.ts';

interface SaidLine {
  readonly sku: string;
  readonly description: string | null;
  readonly quantity: number;
  /** Net, per piece, in major units; null where the message leaves it to the catalogue. */
  readonly unitPrice: string | null;
}

/** What a message says, for a person to read. What names a person is null once that person is forgotten. */
export interface Said {
  /** As it came, where it could not be taken. */
  readonly text: string | null;
  /** Other messages that came under its id, as they came, oldest first. */
  readonly conflicting: readonly string[];
  readonly reason: string | null;
  readonly customerName: string | null;
  readonly deliveryAddress: Address | null;
  readonly currency: string | null;
  readonly lines: readonly SaidLine[];
}
type Told = { readonly type: string; readonly data: object };

const nothing: Said = {
  text: null,
  conflicting: [],
  reason: null,
  customerName: null,
  deliveryAddress: null,
  currency: null,
  lines: [],
};

const ofMessage = (said: Said, event: IntakeMessageEvent): Said => {
  switch (event.type) {
    case 'MessageUnreadable':
      return { ...said, text: event.data.text };
    case 'MessageConflicted':
      return event.data.text === null ? said : { ...said, conflicting: [...said.conflicting, event.data.text] };
    case 'MessageReceived': {
      // Once it is read, the words of the house say more than the text.
      const { credit } = event.data;
      return { ...said, text: null, ...(credit && { reason: credit.reason, ...pick(credit) }) };
    }
    default:
      return said;
  }
};

const pick = ({ currency, lines }: { readonly currency: string; readonly lines: readonly SaidLine[] }) => ({
  currency,
  lines: lines.map(({ sku, description, quantity, unitPrice }) => ({ sku, description, quantity, unitPrice })),
});

const ofOrder = (said: Said, event: ExternalOrderEvent, intakeId: string): Said => {
  switch (event.type) {
    case 'OrderMessageParked': {
      const { message, content, customer, deliveryAddress, reason } = event.data;
      if (message.intakeId !== intakeId) return said;
      return {
        ...said,
        ...(content && pick(content)),
        reason: reason || null,
        customerName: customer?.name ?? null,
        deliveryAddress,
      };
    }
    case 'ExternalOrderTaken':
    case 'ExternalOrderChanged': {
      const { messages, customer, deliveryAddress } = event.data;
      // Of several messages the newest is what the event says.
      if (messages.at(-1)?.intakeId !== intakeId) return said;
      return { ...said, ...pick(event.data), customerName: customer?.name ?? null, deliveryAddress };
    }
    default:
      return said;
  }
};

/** From the events of the message's stream, and of its order's where it names one. */
export const saidIn = (intakeId: string, message: readonly Told[], order: readonly Told[]): Said =>
  (order as readonly ExternalOrderEvent[]).reduce<Said>(
    (said, event) => ofOrder(said, event, intakeId),
    (message as readonly IntakeMessageEvent[]).reduce(ofMessage, nothing),
  );
