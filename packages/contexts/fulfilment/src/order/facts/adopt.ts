import { type Ask, type Placed, type Progress, unknown } from './progress.ts';

/** A state as it was stored before stock, credit and partial cancellations were known of. */
interface Earlier {
  readonly placed: Placed | null;
  readonly confirmed: boolean;
  readonly paid: boolean;
  readonly invoice: { readonly invoiceId: string; readonly total: number; readonly currency: string } | null;
  readonly invoicePaid: boolean;
  readonly delivered: boolean;
  readonly asks?: readonly Pick<Ask, 'id' | 'reason'>[];
  readonly denied?: readonly string[];
  readonly stopped: boolean;
  readonly cancelled: boolean;
  readonly taken: readonly string[];
}
const isEarlier = (state: Progress | Earlier): state is Earlier => !('heard' in state);

const stoppedThen = { kind: 'STOPPED', everything: true } as const;
const deniedThen = { kind: 'DENIED', code: '', message: '', returnInstead: null } as const;

/** What was answered and done about an ask then; it is not done again. */
const askOf =
  ({ denied = [], stopped, cancelled }: Earlier) =>
  (ask: Pick<Ask, 'id' | 'reason'>): Ask => {
    if (denied.includes(ask.id)) return { ...ask, answer: deniedThen, recorded: true };
    return stopped ? { ...ask, answer: stoppedThen, recorded: cancelled } : ask;
  };

const stepsOf = ({ asks = [], invoice, taken }: Earlier): string[] => [
  ...taken,
  ...asks.flatMap(({ id }) => [`stop ${id}`, `deny ${id}`, ...(taken.includes('cancel') ? [`undo ${id}`] : [])]),
  // Its customer has long heard of it.
  ...(invoice ? [`send ${invoice.invoiceId}`] : []),
];

/** The state, in the form of today. An order of before goes on as it was: without stock, by one invoice and one delivery. */
export const adopt = (state: Progress | Earlier): Progress => {
  // What was not known of then is as it is at first.
  if (!isEarlier(state)) return { ...unknown, ...state };
  const { placed, confirmed, paid, invoice, invoicePaid, delivered, stopped, cancelled, taken, asks = [] } = state;
  const total = placed?.total ?? 0;
  return {
    ...unknown,
    ...{ placed, confirmed, paid, delivered, stopped, cancelled },
    asks: asks.map(askOf(state)),
    taken: stepsOf(state),
    money: {
      ...unknown.money,
      held: placed && paid ? { [placed.currency]: total } : {},
      asked: taken.includes('request') ? total : null,
    },
    invoices: invoice
      ? {
          [invoice.invoiceId]: {
            ...{ deliveryId: null, total: invoice.total, currency: invoice.currency },
            ...{ credited: 0, settled: invoicePaid, allocated: taken.includes('allocate') ? invoice.total : null },
          },
        }
      : {},
  };
};
