'use client';

import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import {
  type DeliveryOnPageFragment,
  ReceiveReturnDocument,
  type ReturnPartsFragment,
} from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { delivery as texts } from '../../texts/delivery.ts';
import { type Counts, PiecesField } from './pieces-field.tsx';

const { receive } = texts;

/** What came back, line by line: so many to the shelf, so many scrapped. `announced` null: nobody said it would come. */
export const ReceiveReturnDialog = ({
  delivery,
  announced,
  onOpenChange,
}: {
  delivery: DeliveryOnPageFragment;
  announced: ReturnPartsFragment | null;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run, busy } = useCommand(ReceiveReturnDocument);
  const expected = new Map(announced?.lines.map(({ id, quantity }) => [id, quantity]));
  const lines = delivery.lines.filter(({ id, returnable }) => returnable + (expected.get(id) ?? 0) > 0);
  const [restock, setRestock] = useState<Counts>(Object.fromEntries(expected));
  const [scrap, setScrap] = useState<Counts>({});
  const [isEmpty, setEmpty] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const received = lines
      .flatMap(({ id: lineId }) => [
        { lineId, quantity: restock[lineId] ?? 0, disposition: 'RESTOCK' as const },
        { lineId, quantity: scrap[lineId] ?? 0, disposition: 'SCRAP' as const },
      ])
      .filter(({ quantity }) => quantity > 0);
    setEmpty(received.length === 0);
    if (received.length === 0) return;
    const outcome = await run({
      deliveryId: delivery.id,
      lines: received,
      ...(announced ? { returnId: announced.id } : {}),
    });
    const said = { done: receive.done, refused: receive.refused, stream: `delivery-${delivery.id}` };
    if (await say(outcome, said)) onOpenChange(false);
  };

  return (
    <Dialog open onOpenChange={onOpenChange} title={receive.title} about={receive.about}>
      <form onSubmit={(event) => void submit(event)} className="grid gap-3" noValidate>
        <table className="w-full">
          <thead>
            <tr className="text-xs font-medium text-faint">
              <th scope="col" className="pb-1 text-left font-medium">
                {texts.line}
              </th>
              <th scope="col" className="pb-1 text-right font-medium">
                {receive.restock}
              </th>
              <th scope="col" className="pb-1 text-right font-medium">
                {receive.scrap}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const most = line.returnable + (expected.get(line.id) ?? 0);
              return (
                <tr key={line.id}>
                  <td className="max-w-36 truncate py-1 pr-2">
                    <span className="ident mr-2 text-faint">{line.sku}</span>
                    {line.description}
                  </td>
                  <td className="py-1 pl-2 text-right">
                    <PiecesField
                      label={receive.restockOf(line.sku)}
                      max={most}
                      value={restock[line.id] ?? 0}
                      onChange={(quantity) => setRestock({ ...restock, [line.id]: quantity })}
                    />
                  </td>
                  <td className="py-1 pl-2 text-right">
                    <PiecesField
                      label={receive.scrapOf(line.sku)}
                      max={most}
                      value={scrap[line.id] ?? 0}
                      onChange={(quantity) => setScrap({ ...scrap, [line.id]: quantity })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {isEmpty && (
          <p role="alert" className="text-xs text-red">
            {receive.none}
          </p>
        )}
        <DialogButtons onLeave={() => onOpenChange(false)} action={receive.action} busy={busy} />
      </form>
    </Dialog>
  );
};
