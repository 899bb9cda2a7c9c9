import type { HeardOf } from './heard.ts';
import type { Money, Progress } from './progress.ts';

type MoneyEvent = HeardOf<
  | 'IncomingPaymentRecorded'
  | 'MatchedPaymentAdded'
  | 'PaymentReceived'
  | 'PaymentRequestAmended'
  | 'PaymentRequestCancelled'
  | 'PaymentUnallocated'
  | 'PaymentFailed'
  | 'RefundRequested'
  | 'RefundCompleted'
  | 'RefundFailed'
  | 'RefundNotNeeded'
>;

const sum = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((total, { amount }) => total + amount, 0);
/** What was put to the order, not what waited for a person. */
const fromHeld = (taken: HeardOf<'RefundRequested'>['data']['taken']): number =>
  sum(taken.filter(({ reason }) => reason === null));

const without = (list: readonly string[], one: string): readonly string[] => list.filter((other) => other !== one);

const more = (money: Money, { amount, currency }: { readonly amount: number; readonly currency: string }): Money => ({
  ...money,
  held: { ...money.held, [currency]: (money.held[currency] ?? 0) + amount },
});

const changed = (money: Money, event: MoneyEvent): Money => {
  switch (event.type) {
    case 'IncomingPaymentRecorded':
    case 'MatchedPaymentAdded':
      return more(money, event.data);
    case 'PaymentReceived': {
      // What came before this process counted is in it.
      const { amount, currency } = event.data;
      return { ...money, held: { ...money.held, [currency]: Math.max(money.held[currency] ?? 0, amount) } };
    }
    case 'PaymentRequestAmended':
    case 'PaymentRequestCancelled':
      return { ...money, changedBy: event.commandId };
    case 'PaymentUnallocated': {
      const { amount, currency } = event.data;
      const after = more(money, { amount: -amount, currency });
      // Set free by a change of what is asked for, it goes back; what was too much from the start waits for a person.
      if (event.commandId !== money.changedBy) return after;
      return { ...after, freed: [...money.freed, { id: event.eventId, amount, currency }] };
    }
    case 'PaymentFailed': {
      const { paymentId, held, currency } = event.data;
      const failed = [...(money.failed ?? []), paymentId];
      return { ...more(money, { amount: -held, currency }), failed, lacks: money.lacks || held > 0 };
    }
    case 'RefundRequested': {
      const { refundId, taken, currency } = event.data;
      const refunds = [...without(money.refunds, refundId), refundId];
      // Only a person sends back what the order holds.
      const amount = fromHeld(taken);
      return { ...more(money, { amount: -amount, currency }), refunds, lacks: money.lacks || amount > 0 };
    }
    case 'RefundCompleted':
    case 'RefundNotNeeded':
      return { ...money, refunds: without(money.refunds, event.data.refundId) };
    case 'RefundFailed': {
      const { refundId, taken, currency } = event.data;
      // What had waited is told to wait again; what bounced meanwhile is not here any more.
      const back = sum(taken.filter(({ paymentId }) => !money.failed?.includes(paymentId)));
      return { ...more(money, { amount: back, currency }), refunds: without(money.refunds, refundId) };
    }
  }
};

/** What payments tells. */
export const learnMoney = (progress: Progress, event: MoneyEvent): Progress => ({
  ...progress,
  paid: progress.paid || event.type === 'PaymentReceived',
  money: changed(progress.money, event),
});
