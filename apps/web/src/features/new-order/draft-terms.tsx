import { Field, inputClass } from '../../components/field.tsx';
import type { DraftPartsFragment, PaymentTerms, ShortagePolicy } from '../../graphql/generated/documents.ts';
import { newOrder as texts } from '../../texts/new-order.ts';
import { order as orderTexts } from '../../texts/order.ts';

const TERMS: readonly PaymentTerms[] = ['PREPAID', 'NET_14', 'NET_30'];
const POLICIES: readonly ShortagePolicy[] = ['BACKORDER', 'CANCEL'];

const Choice = <Key extends string>({
  label,
  keys,
  word,
  chosen,
  onChoose,
}: {
  label: string;
  keys: readonly Key[];
  word: (key: Key) => string;
  chosen: Key;
  onChoose: (key: Key) => void;
}) => (
  <Field label={label}>
    {(props) => (
      <select
        {...props}
        value={chosen}
        onChange={({ target }) => {
          const key = keys.find((one) => one === target.value);
          if (key) onChoose(key);
        }}
        className={inputClass}
      >
        {keys.map((key) => (
          <option key={key} value={key}>
            {word(key)}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** When it is paid, and what becomes of it when its goods are not all there. */
export const DraftTerms = ({
  draft,
  shortage,
  onTerms,
  onShortage,
}: {
  draft: DraftPartsFragment;
  shortage: ShortagePolicy;
  onTerms: (terms: PaymentTerms) => void;
  onShortage: (policy: ShortagePolicy) => void;
}) => (
  <div className="mt-4 grid gap-3 border-t border-line pt-3">
    <Choice
      label={texts.terms}
      keys={TERMS}
      word={(key) => orderTexts.terms[key]}
      chosen={draft.terms ?? 'PREPAID'}
      onChoose={onTerms}
    />
    <Choice
      label={texts.shortage}
      keys={POLICIES}
      word={(key) => texts.shortages[key]}
      chosen={shortage}
      onChoose={onShortage}
    />
  </div>
);
