/** What fulfilment knows of one order: facts that came true, and steps that were taken. Both only grow. */
export interface Progress {
  readonly placed: {
    readonly number: string;
    /** Minor units. */
    readonly total: number;
    readonly currency: string;
    /** False where everything is a charge: then there is nothing to ship. */
    readonly hasGoods: boolean;
  } | null;
  readonly confirmed: boolean;
  readonly paid: boolean;
  readonly invoice: { readonly invoiceId: string; readonly total: number; readonly currency: string } | null;
  readonly invoicePaid: boolean;
  readonly delivered: boolean;
  /** The reason of a cancellation that waits for its answer. */
  readonly cancelling: string | null;
  /** The cancellations that were put to shipping, by the id of the event that asked. Missing in states of before. */
  readonly asks?: readonly Ask[];
  /** Those of them that shipping refused. An answer may be heard before its question. */
  readonly denied?: readonly string[];
  readonly stopped: boolean;
  /** The order is cancelled, by this process or as a draft. */
  readonly cancelled: boolean;
  readonly taken: readonly Step[];
}

/** A question to cancel the order. */
interface Ask {
  /** Of the event that asked. */
  readonly id: string;
  readonly reason: string;
  /** Null where the event did not record one; missing in states of before. */
  readonly cancellationId?: string | null;
}

export type Step = 'confirm' | 'request' | 'release' | 'allocate' | 'complete' | 'cancel' | 'uncollect';

export const unknown: Progress = {
  placed: null,
  confirmed: false,
  paid: false,
  invoice: null,
  invoicePaid: false,
  delivered: false,
  cancelling: null,
  stopped: false,
  cancelled: false,
  taken: [],
};

const withAnswers = (progress: Progress): Progress => {
  const { asks = [], denied = [] } = progress;
  return { ...progress, cancelling: asks.findLast(({ id }) => !denied.includes(id))?.reason ?? null };
};

export const isAsked = ({ asks = [] }: Progress, id: string): boolean => asks.some((asked) => asked.id === id);

/** Somebody asks to cancel; heard twice, it is one question. */
export const ask = (progress: Progress, asked: Ask): Progress =>
  isAsked(progress, asked.id) ? progress : withAnswers({ ...progress, asks: [...(progress.asks ?? []), asked] });

/** By which the order knows that question; null where it is known by being the one that waits. */
export const cancellationOf = ({ asks = [] }: Progress, id: string): string | null =>
  asks.find((asked) => asked.id === id)?.cancellationId ?? null;

/** Shipping refused to stop for that question. */
export const deny = (progress: Progress, id: string): Progress =>
  withAnswers({ ...progress, denied: [...new Set([...(progress.denied ?? []), id])] });

export const hasTaken = ({ taken }: Progress, step: Step): boolean => taken.includes(step);
