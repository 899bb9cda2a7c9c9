/** Refusals that only say that something else was faster: what came first is heard too, and acted upon. */
const BENIGN: ReadonlySet<string> = new Set([
  'BillingStopped',
  'CancellationNotRequested',
  'OrderNotCancellable',
  'OrderNotCompletable',
  'OrderNotHeld',
  'OrderNotHoldable',
  'ShipmentStopped',
]);

export const isBenign = (code: string): boolean => BENIGN.has(code);
