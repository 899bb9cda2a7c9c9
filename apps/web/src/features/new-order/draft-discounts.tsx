'use client';

import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Field, inputClass } from '../../components/field.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { DraftPartsFragment } from '../../graphql/generated/documents.ts';
import { newOrder as texts } from '../../texts/new-order.ts';
import { discountText, isGiven } from '../order/agreed.tsx';
import { parseDiscount } from './discount-text.ts';
import type { GivenDiscount } from './use-draft.ts';

type GiveDiscount = (discount: GivenDiscount) => Promise<boolean>;
const words = texts.discount;

const DiscountForm = ({
  draft,
  onGive,
  onClose,
}: {
  draft: DraftPartsFragment;
  onGive: GiveDiscount;
  onClose: () => void;
}) => {
  const [text, setText] = useState('');
  const [description, setDescription] = useState('');
  const [lineId, setLineId] = useState('');
  const [tried, setTried] = useState(false);
  const off = parseDiscount(text, draft.currency);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!off) return;
    const named = description.trim() || words.name;
    if (await onGive({ ...off, description: named, ...(lineId ? { lineId } : {}) })) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-2 grid gap-2" noValidate>
      <TextField
        label={words.off}
        hint={words.offHint}
        error={tried && !off ? words.offWrong : undefined}
        value={text}
        onChange={({ target }) => setText(target.value)}
        look="figure"
      />
      <Field label={words.of}>
        {(props) => (
          <select {...props} value={lineId} onChange={({ target }) => setLineId(target.value)} className={inputClass}>
            <option value="">{words.whole}</option>
            {draft.lines.map(({ id, sku, description: product }) => (
              <option key={id} value={id}>
                {`${sku} ${product}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={words.description}
        hint={words.descriptionHint}
        value={description}
        onChange={({ target }) => setDescription(target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          {words.close}
        </Button>
        <Button size="sm" look="primary" type="submit">
          {words.give}
        </Button>
      </div>
    </form>
  );
};

/** What is taken off the draft, and taking off more. */
export const DraftDiscounts = ({ draft, onGive }: { draft: DraftPartsFragment; onGive: GiveDiscount }) => {
  const [adding, setAdding] = useState(false);
  const given = draft.discounts.filter(isGiven);
  return (
    <section aria-label={words.title} className="mt-3 border-t border-line pt-3">
      <div className="flex items-center justify-between">
        <h3 className="text-xs font-medium text-soft">{words.title}</h3>
        {!adding && (
          <Button
            size="sm"
            look="quiet"
            icon={Plus}
            disabled={draft.lines.length === 0}
            onClick={() => setAdding(true)}
          >
            {words.add}
          </Button>
        )}
      </div>
      <ul>
        {given.map((discount) => (
          <li key={discount.id} className="flex h-8 items-center justify-between gap-2">
            <span className="min-w-0 truncate text-soft">{discountText(draft, discount)}</span>
            <IconButton
              icon={X}
              label={words.remove(discount.description)}
              onClick={() =>
                void onGive({
                  ...{ discountId: discount.id, description: discount.description, percent: '0' },
                  ...(discount.lineId ? { lineId: discount.lineId } : {}),
                })
              }
            />
          </li>
        ))}
      </ul>
      {adding && <DiscountForm draft={draft} onGive={onGive} onClose={() => setAdding(false)} />}
    </section>
  );
};
