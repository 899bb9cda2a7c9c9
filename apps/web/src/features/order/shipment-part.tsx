import { Pill } from '../../components/pill.tsx';
import type { ShipmentPartsFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { shipment as texts } from '../../texts/shipment.ts';

/** Where every piece is, as soon as it is not simply all in one delivery. */
const Lines = ({ lines }: { lines: ShipmentPartsFragment['lines'] }) => (
  <table className="mt-3 w-full" aria-label={texts.pieces}>
    <thead>
      <tr className="text-xs font-medium text-faint">
        <th scope="col" className="h-7 text-left font-medium">
          {texts.product}
        </th>
        {[texts.ordered, texts.inDeliveries, texts.open, texts.stopped].map((word) => (
          <th key={word} scope="col" className="h-7 w-24 text-right font-medium">
            {word}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={line.id} className="h-7">
          <td className="max-w-0 truncate pr-3">
            <span className="ident mr-2.5 text-faint">{line.sku}</span>
            {line.description}
          </td>
          {[line.ordered, line.inDeliveries, line.open, line.stopped].map((pieces, column) => (
            <td
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand still
              key={column}
              className={pieces === 0 ? 'tabular text-right text-faint' : 'tabular text-right'}
            >
              {formatCount(pieces)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

export const ShipmentPart = ({ shipment }: { shipment: ShipmentPartsFragment }) => {
  const differs = shipment.lines.filter(({ ordered, inDeliveries }) => ordered !== inDeliveries);
  const isUnderWay = shipment.lines.some(({ inDeliveries, stopped }) => inDeliveries + stopped > 0);
  return (
    <div className="mt-3 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-2">
        {shipment.held !== null && <Pill tone="amber" word={texts.held(shipment.held)} />}
        {shipment.isStopped && <Pill tone="violet" word={texts.allStopped} />}
        {!shipment.isStopped && shipment.held === null && (
          <Pill
            tone={shipment.isCleared ? 'green' : 'grey'}
            word={shipment.isCleared ? texts.cleared : texts.notCleared}
          />
        )}
        <Pill
          tone={shipment.isAddressFrozen ? 'blue' : 'grey'}
          word={shipment.isAddressFrozen ? texts.addressFrozen : texts.addressOpen}
        />
      </div>
      {isUnderWay && differs.length > 0 && <Lines lines={differs} />}
    </div>
  );
};
