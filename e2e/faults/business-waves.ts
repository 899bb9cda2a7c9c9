import { derivedId } from '@waybill/kernel';
import { type Answer, type Command, isDone, outcomeOf, sendTo } from './business-client.ts';
import type { Random } from './business-random.ts';

export interface Sent {
  readonly command: Command;
  readonly answer: Answer;
}
interface Order {
  readonly id: string;
  /** Net prices of 2.55 and 3.39, 20 % tax: what a payer has to pay. */
  readonly total: number;
  readonly number: number;
}

const CARRIER = { carrier: 'Royal Mail', trackingNumber: 'RM1' };

/** Draws orders and what people do to them, at random but from a seed. */
export const createWaves = (random: Random, urls: readonly [string, ...string[]], customerId: string) => {
  const sent: Sent[] = [];
  const faults: string[] = [];
  const orders: Order[] = [];
  let references = 0;

  const command = (name: string, input: object): Command => ({ name, input: { commandId: random.id(), ...input } });
  const send = async (wanted: Command, url: string): Promise<Answer> => {
    const answer = await sendTo(url, wanted);
    sent.push({ command: wanted, answer });
    return answer;
  };
  /** Fires at once, each at a server of its own choice; some are sent twice under one id. */
  const fire = async (commands: readonly Command[]): Promise<void> => {
    const shots = random
      .shuffled(commands)
      .flatMap((wanted) => (random.chance(0.15) ? [wanted, wanted] : [wanted]))
      .map((wanted) => ({ wanted, url: random.pick(urls) }));
    await Promise.all(shots.map(({ wanted, url }) => send(wanted, url)));
  };

  const place = async (): Promise<void> => {
    const [hearts, lanterns] = [1 + random.below(9), random.below(4)];
    const items = [
      { sku: '85123A', quantity: hearts },
      ...(lanterns > 0 ? [{ sku: '71053', quantity: lanterns }] : []),
    ];
    const net = hearts * 255 + lanterns * 339;
    const total = net + Math.round(net * 0.2);
    const drafted = random.chance(0.3);
    const number = orders.length;
    const first = drafted
      ? command('draftOrder', { customerId })
      : command('placeOrder', { order: { customerId, items } });
    const { id } = await send(first, random.pick(urls));
    if (!id) throw new Error(`${first.name} gave no order`);
    const order = { id, total, number };
    orders.push(order);
    if (!drafted) return;
    for (const item of items) await send(command('addItemToOrder', { orderId: id, ...item }), random.pick(urls));
    // Some stay drafts, some are cancelled while they are being placed, some are paid before.
    const placing = command('placeOrder', { orderId: id });
    const also = [...(random.chance(0.3) ? [cancel(order)] : []), ...(random.chance(0.3) ? [pay(order)] : [])];
    await fire(random.chance(0.15) ? also : [placing, ...also]);
  };

  const cancel = ({ id }: Order) => command('cancelOrder', { orderId: id, reason: 'Changed my mind' });
  const payment = ({ id }: Order, amount: number, over: object = {}) => {
    references += 1;
    const reference = `REF-${references}`;
    const money = { amount, currency: 'GBP' };
    return command('recordIncomingPayment', { orderId: id, channel: 'bank', reference, amount: money, ...over });
  };
  const pay = (order: Order): Command => payment(order, order.total);
  /** In full, in parts, too much, twice, too little, for nobody, in another currency. */
  const payments = (order: Order): readonly Command[] => {
    const { total } = order;
    const part = 1 + random.below(total - 1);
    const full = pay(order);
    return random.pick<readonly Command[]>([
      [full],
      [full],
      [payment(order, part), payment(order, total - part)],
      [payment(order, part)],
      [payment(order, total + 1 + random.below(500))],
      [full, { ...full, input: { ...full.input, commandId: random.id() } }],
      [full, pay(order)],
      [payment(order, total, { amount: { amount: total, currency: 'EUR' } }), full],
      [payment({ ...order, id: random.id() }, part), full],
    ]);
  };
  const warehouse = ({ id }: Order): readonly Command[] => {
    const deliveryId = derivedId('delivery', id, 1);
    return [
      command('pickDelivery', { deliveryId }),
      command('packDelivery', { deliveryId }),
      command('dispatchDelivery', { deliveryId, ...CARRIER }),
      command('confirmDelivery', { deliveryId }),
    ];
  };

  /** One burst of what people may do to an order, all at the same moment. */
  const burst = (order: Order, mood: { readonly cancel: number; readonly pay: number; readonly ship: number }) =>
    fire([
      ...(random.chance(mood.cancel) ? [cancel(order)] : []),
      ...(random.chance(mood.cancel / 4) ? [cancel(order)] : []),
      ...(random.chance(mood.pay) ? payments(order) : []),
      ...(random.chance(mood.ship) ? warehouse(order) : []),
      ...(random.chance(mood.ship) ? warehouse(order).slice(0, 1 + random.below(4)) : []),
    ]);

  /** Every command again, as it was: it must be answered as it was, at whichever server. */
  const repeat = async (share: number): Promise<number> => {
    const stored = sent.filter(
      ({ answer, command: { name } }) => answer.code !== 'NotReadyYet' && name !== 'saveProduct',
    );
    const again = random.shuffled(stored).slice(0, Math.ceil(stored.length * share));
    await inTurns(again, 16, async ({ command: wanted, answer }) => {
      const second = await sendTo(random.pick(urls), wanted);
      if (outcomeOf(second) !== outcomeOf(answer))
        faults.push(`${wanted.name} said ${outcomeOf(answer)}, and again ${outcomeOf(second)}`);
      if (isDone(second) && !second.duplicate) faults.push(`${wanted.name} was done again: ${JSON.stringify(second)}`);
    });
    return again.length;
  };

  return {
    orders: orders as readonly Order[],
    sent: sent as readonly Sent[],
    faults: faults as readonly string[],
    place: (count: number) => inTurns(Array.from({ length: count }), 12, place),
    wave: (mood: Parameters<typeof burst>[1]) => inTurns(random.shuffled(orders), 12, (order) => burst(order, mood)),
    repeat,
  };
};

/** So many at a time. */
const inTurns = async <T>(list: readonly T[], atOnce: number, work: (item: T) => Promise<unknown>): Promise<void> => {
  let next = 0;
  const turn = async () => {
    while (next < list.length) {
      const item = list[next] as T;
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
};
