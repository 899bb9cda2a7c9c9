interface Line {
  readonly id: string;
  readonly kind: 'GOODS' | 'CHARGE';
  readonly sku: string;
  readonly description: string;
  readonly quantity: number;
  readonly cancelledQuantity: number;
}
interface Wish {
  readonly status: 'REQUESTED' | 'RECORDED' | 'REJECTED' | null;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] | null;
}

/** The lines that still have pieces to cancel: those that a wish under way asks for are spoken for. */
export const cancellableLines = ({
  lines,
  cancellations,
}: {
  readonly lines: readonly Line[];
  readonly cancellations: readonly Wish[];
}) => {
  const asked = new Map<string, number>();
  for (const { lineId, quantity } of cancellations.flatMap((wish) =>
    wish.status === 'REQUESTED' ? (wish.lines ?? []) : [],
  ))
    asked.set(lineId, (asked.get(lineId) ?? 0) + quantity);
  return lines
    .map(({ id, sku, description, quantity, cancelledQuantity }) => ({
      ...{ id, sku, description },
      left: quantity - cancelledQuantity - (asked.get(id) ?? 0),
    }))
    .filter(({ left }) => left > 0);
};
