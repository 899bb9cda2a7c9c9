'use client';

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { inputClass } from '../../components/field.tsx';
import { Panel } from '../../components/panel.tsx';
import { type DeliveryOnPageFragment, PickDeliveryDocument } from '../../graphql/generated/documents.ts';
import { cx } from '../../lib/cx.ts';
import { formatCount } from '../../lib/format.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { deliveries } from '../../texts/deliveries.ts';
import { delivery as texts } from '../../texts/delivery.ts';

const head = 'h-9 px-4 text-xs font-medium text-faint';

/** By article, as the shelves stand; what was found is counted while it is to be picked. */
export const PickList = ({ delivery }: { delivery: DeliveryOnPageFragment }) => {
  const say = useSay();
  const { run, busy } = useCommand(PickDeliveryDocument);
  const lines = delivery.lines.toSorted((one, other) => one.sku.localeCompare(other.sku));
  const [found, setFound] = useState<Readonly<Record<string, number>>>({});
  const foundOf = (line: (typeof lines)[number]) => found[line.id] ?? line.quantity;
  const isPicking = delivery.availableActions.some(({ name, allowed }) => name === 'pickDelivery' && allowed);
  const isShort = lines.some((line) => foundOf(line) < line.quantity);

  const pick = async () => {
    const counted = lines.map((line) => ({ lineId: line.id, quantity: foundOf(line) }));
    const { id: deliveryId, version: expectedVersion, number } = delivery;
    const outcome = await run({ deliveryId, expectedVersion, ...(isShort ? { lines: counted } : {}) });
    await say(outcome, {
      done: isShort ? texts.pickedShort(number) : deliveries.picked(number),
      refused: deliveries.notPicked,
      stream: `delivery-${deliveryId}`,
    });
  };

  return (
    <Panel title={isPicking ? texts.pickList : texts.contents} flush>
      <table className="w-full" aria-label={isPicking ? texts.pickList : texts.contents}>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className={cx(head, 'text-left')}>
              {texts.line}
            </th>
            <th scope="col" className={cx(head, 'text-right')}>
              {isPicking ? texts.wanted : texts.quantity}
            </th>
            {isPicking && (
              <th scope="col" className={cx(head, 'w-28 text-right')}>
                {texts.found}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="h-9 border-b border-line last:border-0">
              <td className="px-4">
                <span className="ident mr-2.5 text-faint">{line.sku}</span>
                {line.description}
              </td>
              <td className="tabular px-4 text-right">{formatCount(line.quantity)}</td>
              {isPicking && (
                <td className="px-4 py-1 text-right">
                  <input
                    type="number"
                    min={0}
                    max={line.quantity}
                    value={foundOf(line)}
                    aria-label={texts.foundOf(line.sku)}
                    onChange={({ target }) => setFound({ ...found, [line.id]: Math.trunc(target.valueAsNumber || 0) })}
                    className={cx(inputClass, 'tabular w-20 text-right')}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {isPicking && (
        <div className="flex items-center justify-between gap-4 border-t border-line px-4 py-3">
          <p className="text-xs text-faint">{texts.pickHint}</p>
          <Button busy={busy} onClick={() => void pick()}>
            {isShort ? texts.pickSome : texts.pick}
          </Button>
        </div>
      )}
    </Panel>
  );
};
