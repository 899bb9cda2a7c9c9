import { randomUUID } from 'node:crypto';
import { type Attempts, askAny } from './graphql.ts';

const PLACE = `mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    __typename
    ... on OrderPayload { id commandId version duplicate }
    ... on Error { message }
  }
}`;

interface Placed {
  readonly placeOrder: {
    readonly __typename: string;
    readonly id?: string;
    readonly message?: string;
    readonly duplicate?: boolean;
  };
}

/** An order that a server has confirmed to its client. */
export interface Acknowledged {
  readonly commandId: string;
  readonly orderId: string;
}

export interface Run {
  readonly acknowledged: readonly Acknowledged[];
  /** Commands that were sent again, because their server did not answer. */
  readonly retries: number;
  /** Of those, how many had been done already. */
  readonly duplicates: number;
}

export interface RunOptions {
  readonly urls: readonly string[];
  readonly clients: number;
  readonly orders: number;
  readonly customerId: string;
  /** After how many acknowledged orders something is done to the installation. */
  readonly faults: readonly { readonly after: number; readonly cause: () => Promise<unknown> }[];
}

/** Clients that place orders, each one after the other, until all are acknowledged; the faults happen on the way. */
export const placeOrders = async ({ urls, clients, orders, customerId, faults }: RunOptions): Promise<Run> => {
  const acknowledged: Acknowledged[] = [];
  const attempts: Attempts = { retries: 0 };
  const waiting = [...faults];
  const caused: Promise<unknown>[] = [];
  let started = 0;
  let duplicates = 0;

  const client = async (number: number): Promise<void> => {
    while (started < orders) {
      started += 1;
      const commandId = randomUUID();
      const items = [
        { sku: '85123A', quantity: 6 },
        { sku: '71053', quantity: 2 },
      ];
      const variables = { input: { commandId, order: { customerId, items } } };
      const { placeOrder } = await askAny<Placed>(urls, number, PLACE, variables, attempts);
      if (!placeOrder.id) throw new Error(`placeOrder: ${placeOrder.__typename}: ${placeOrder.message}`);
      if (placeOrder.duplicate) duplicates += 1;
      acknowledged.push({ commandId, orderId: placeOrder.id });
      while (waiting[0] && acknowledged.length >= waiting[0].after)
        caused.push(waiting.shift()?.cause() ?? Promise.resolve());
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  await Promise.all(caused);
  return { acknowledged, retries: attempts.retries, duplicates };
};
