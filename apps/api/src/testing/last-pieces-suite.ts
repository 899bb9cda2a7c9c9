import { stockIdOf } from '@waybill/inventory/contract';
import { newId } from '@waybill/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from './shop.ts';
import { type House, startHouse } from './start-house.ts';

const BUYERS = 50;
const PIECES = 7;

const PLACE = `mutation ($input: PlaceOrderInput!) {
  placed: placeOrder(input: $input, waitFor: CONFIRMED, waitAtMost: 10000) {
    ... on OrderPayload { order { status } shortage { lineId sku requested available } } ... on Error { code message } } }`;

interface Answer {
  readonly order: { readonly status: string };
  readonly shortage: readonly object[];
}

/** Many buyers of the last pieces, all at once: each is told at once whether they got one, and if not, what is left. */
export const lastPiecesSuite = (runs: number) =>
  describe(`${BUYERS} buyers of the last ${PIECES} pieces`, () => {
    let house: House;
    let shop: Shop;
    beforeAll(async () => {
      house = await startHouse();
      shop = await openShop(house);
    });
    afterAll(() => house.stop());

    const putOnTheShelf = async (sku: string) => {
      const product = { sku, description: 'Scarce', unitPrice: '2.00', taxCode: 'STANDARD', taxRate: '20' };
      await shop.command('saveProduct', product);
      expect(await shop.command('receiveStock', { sku, quantity: PIECES })).not.toHaveProperty('code');
    };
    /** Where no answer came in time, from a house that was too busy too, the same wish is sent again, as a client would. */
    const buy = async (sku: string): Promise<Answer> => {
      const order = { customerId: shop.customerId, items: [{ sku, quantity: 1 }] };
      const input = { commandId: newId(), orderId: newId(), shortage: 'CANCEL', order };
      for (let busy = 0; ; ) {
        const { data, errors } = await house.send(PLACE, { input });
        const placed = data?.placed as (Answer & { readonly code?: string }) | undefined;
        if (errors || !placed) {
          busy += 1;
          if (busy > 3) throw new Error(`No answer: ${errors?.map(({ message }) => message)}`);
          continue;
        }
        expect(placed).not.toHaveProperty('code');
        if (placed.order.status !== 'PLACED' || placed.shortage.length > 0) return placed;
      }
    };
    const reserved = async (sku: string): Promise<number> => {
      const { rows } = await house.pool.query<{ count: number }>(
        `select count(*)::int as count from es.events where stream_id = $1 and type = 'StockReserved'`,
        [`stockItem-${stockIdOf(sku)}`],
      );
      return rows[0]?.count ?? 0;
    };

    it.each(Array.from({ length: runs }, (_, run) => run + 1))(
      `as many as there are get one, the others are told what is left (run %i of ${runs})`,
      async (run) => {
        const sku = `SCARCE-${run}`;
        await putOnTheShelf(sku);
        const answers = await Promise.all(Array.from({ length: BUYERS }, () => buy(sku)));
        const confirmed = answers.filter(({ order }) => order.status === 'CONFIRMED');
        expect(confirmed.map(({ shortage }) => shortage)).toEqual(Array(PIECES).fill([]));
        const short = answers.filter((answer) => !confirmed.includes(answer));
        expect(short.map(({ shortage }) => shortage)).toEqual(
          Array(BUYERS - PIECES).fill([{ lineId: expect.any(String), sku, requested: 1, available: 0 }]),
        );
        expect(await reserved(sku)).toBe(PIECES);
      },
      120_000,
    );
  });
