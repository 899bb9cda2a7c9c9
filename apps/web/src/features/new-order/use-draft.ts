import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import {
  AddItemToOrderDocument,
  ApplyDiscountDocument,
  ChangeItemQuantityDocument,
  DraftDocument,
  DraftOrderDocument,
  type DraftPartsFragment,
  type PaymentTerms,
  PlaceOrderDocument,
  type PriceBasis,
  RemoveItemFromOrderDocument,
  SetPaymentTermsDocument,
  type ShortagePolicy,
} from '../../graphql/generated/documents.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { topics } from '../../live/topics.ts';
import { type Refusal, useCommand } from '../../live/use-command.ts';
import { useLive } from '../../live/use-live.ts';
import { useSay } from '../../live/use-say.ts';
import { newOrder as texts } from '../../texts/new-order.ts';

type Draft = DraftPartsFragment;
/** Per cent, or an amount in minor units; with the id of one that is there, it takes its place. */
export type GivenDiscount = {
  discountId?: string;
  description: string;
  lineId?: string;
  percent?: string;
  amount?: number;
};

/** The order being made. Every step is a command; steps are sent one after the other, as they were made. */
export const useDraft = () => {
  const router = useRouter();
  const say = useSay();
  const [get, set] = useUrlState();
  const id = get('draft');
  const { data, failure, retry } = useLive(DraftDocument, id ? { id } : null, topics.order, id);
  const [answered, setAnswered] = useState<Draft | null>(null);
  const [working, setWorking] = useState(0);
  const latest = useRef<Draft | null>(null);

  const read = data?.order ?? null;
  const held = answered?.id === id ? answered : null;
  const draft = held && (!read || held.version >= read.version) ? held : read;
  latest.current = id ? draft : null;

  const drafting = useCommand(DraftOrderDocument);
  const adding = useCommand(AddItemToOrderDocument);
  const changing = useCommand(ChangeItemQuantityDocument);
  const removing = useCommand(RemoveItemFromOrderDocument);
  const placing = useCommand(PlaceOrderDocument);
  const agreeing = useCommand(SetPaymentTermsDocument);
  const discounting = useCommand(ApplyDiscountDocument);
  // The draft does not keep it: it is said when the order is placed.
  const [shortage, setShortage] = useState<ShortagePolicy>('BACKORDER');

  // Said when the order begins; from then on it is the draft's.
  const [wished, setPrices] = useState<PriceBasis>('NET');

  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback(<Result>(step: () => Promise<Result>): Promise<Result> => {
    setWorking((n) => n + 1);
    const result = queue.current.then(step).finally(() => setWorking((n) => n - 1));
    queue.current = result.catch(() => undefined);
    return result;
  }, []);

  const keep = (order: Draft | null | undefined) => {
    if (!order) return;
    latest.current = order;
    setAnswered(order);
  };

  const start = (customerId: string) =>
    inTurn(async () => {
      const done = await say(await drafting.run({ customerId, prices: wished }), { refused: texts.notDrafted });
      if (!done) return;
      keep(done.order);
      set({ draft: done.id });
    });

  const change = (lineId: string, quantity: number): Promise<Refusal | null> =>
    inTurn(async () => {
      if (!latest.current) return null;
      const outcome = await changing.run({ orderId: latest.current.id, lineId, quantity });
      if (outcome.kind === 'refused') return outcome.refusal;
      const done = await say(outcome, { refused: texts.notChanged });
      keep(done?.order);
      return null;
    });

  const add = (sku: string) =>
    inTurn(async () => {
      const now = latest.current;
      if (!now) return;
      const line = now.lines.find((one) => one.sku === sku && one.kind === 'GOODS');
      const outcome = line
        ? await changing.run({ orderId: now.id, lineId: line.id, quantity: line.quantity + 1 })
        : await adding.run({ orderId: now.id, sku, quantity: 1 });
      const done = await say(outcome, { refused: texts.notAdded });
      keep(done?.order);
    });

  const remove = (lineId: string) =>
    inTurn(async () => {
      if (!latest.current) return;
      const done = await say(await removing.run({ orderId: latest.current.id, lineId }), { refused: texts.notRemoved });
      keep(done?.order);
    });

  const setTerms = (terms: PaymentTerms) =>
    inTurn(async () => {
      if (!latest.current) return;
      const outcome = await agreeing.run({ orderId: latest.current.id, terms });
      keep((await say(outcome, { refused: texts.termsNotChanged }))?.order);
    });

  const discount = ({ amount, ...given }: GivenDiscount): Promise<boolean> =>
    inTurn(async () => {
      const now = latest.current;
      if (!now) return false;
      const money = amount === undefined ? {} : { amount: { amount, currency: now.currency } };
      const outcome = await discounting.run({ orderId: now.id, ...given, ...money });
      const done = await say(outcome, { refused: texts.discount.refused });
      keep(done?.order);
      return done !== null;
    });

  const place = () =>
    inTurn(async () => {
      const now = latest.current;
      if (!now) return;
      const outcome = await placing.run({ orderId: now.id, expectedVersion: now.version, shortage });
      const done = await say(outcome, {
        done: texts.placed(now.number),
        refused: texts.notPlaced,
        stream: `order-${now.id}`,
      });
      if (done) router.push(`/orders/${now.id}`);
    });

  const lines = { add, change, remove };
  const agreed = { shortage, setShortage, setTerms, discount };
  const prices = draft?.prices ?? wished;
  const state = { id, draft, failure, retry, working: working > 0, placing: placing.busy, prices };
  return { ...state, setPrices, start, place, lines, agreed };
};
