'use client';

import { PackagePlus, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { inputClass } from '../../components/field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import type { DraftPartsFragment, PriceBasis } from '../../graphql/generated/documents.ts';
import type { Refusal } from '../../live/use-command.ts';
import { newOrder as texts } from '../../texts/new-order.ts';
import { vat } from '../../texts/tax.ts';

type Line = DraftPartsFragment['lines'][number];

const Row = ({
  line,
  onChange,
  onRemove,
}: {
  line: Line;
  onChange: (lineId: string, quantity: number) => Promise<Refusal | null>;
  onRemove: (lineId: string) => void;
}) => {
  const [text, setText] = useState(String(line.quantity));
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    setText(String(line.quantity));
    setWrong(null);
  }, [line.quantity]);

  const commit = async () => {
    const quantity = Number(text.trim() || Number.NaN);
    if (quantity === line.quantity) return setWrong(null);
    if (!Number.isFinite(quantity)) return setWrong(texts.quantityWrong);
    const refusal = await onChange(line.id, quantity);
    setWrong(refusal?.message ?? null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') void commit();
    if (event.key === 'Escape') {
      setText(String(line.quantity));
      setWrong(null);
    }
  };
  return (
    <>
      <tr className="h-11 border-b border-line last:border-0">
        <td className="truncate px-4">
          <span className="ident mr-2.5 text-faint">{line.sku}</span>
          {line.description}
        </td>
        <td className="px-2">
          <input
            aria-label={texts.quantity(line.description)}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? `${line.id}-wrong` : undefined}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => void commit()}
            onKeyDown={onKeyDown}
            className={`${inputClass} tabular text-right`}
          />
        </td>
        <td className="tabular px-4 text-right text-soft">{line.unitPrice}</td>
        <td className="px-4 text-right font-medium">
          <Money value={line.amount} />
        </td>
        <td className="pr-2 text-right">
          <IconButton icon={X} label={texts.remove(line.description)} onClick={() => onRemove(line.id)} />
        </td>
      </tr>
      {wrong && (
        <tr className="border-b border-line">
          <td colSpan={5} id={`${line.id}-wrong`} role="alert" className="px-4 py-2 text-xs text-red">
            {wrong}
          </td>
        </tr>
      )}
    </>
  );
};

export const DraftLines = ({
  lines,
  prices,
  onChange,
  onRemove,
}: {
  lines: Line[];
  prices: PriceBasis;
  onChange: (lineId: string, quantity: number) => Promise<Refusal | null>;
  onRemove: (lineId: string) => void;
}) => (
  <Panel
    title={texts.lines}
    flush
    side={
      <span className="tabular text-xs text-faint">
        {prices === 'GROSS' && `${vat.included} · `}
        {lines.length}
      </span>
    }
  >
    {lines.length === 0 ? (
      <EmptyState icon={PackagePlus} title={texts.noLines} text={texts.noLinesText} />
    ) : (
      <table className="w-full table-fixed" aria-label={texts.lines}>
        <colgroup>
          <col />
          <col style={{ width: '96px' }} />
          <col style={{ width: '88px' }} />
          <col style={{ width: '112px' }} />
          <col style={{ width: '48px' }} />
        </colgroup>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} onChange={onChange} onRemove={onRemove} />
          ))}
        </tbody>
      </table>
    )}
  </Panel>
);
