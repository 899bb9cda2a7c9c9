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
  readonly stopped: boolean;
  /** The order is cancelled, by this process or as a draft. */
  readonly cancelled: boolean;
  readonly taken: readonly Step[];
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

export const hasTaken = ({ taken }: Progress, step: Step): boolean => taken.includes(step);
