'use client';

import { type Ref, useDeferredValue, useState } from 'react';
import { Combobox } from '../../components/combobox.tsx';
import { FindProductsDocument, type PriceBasis } from '../../graphql/generated/documents.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { newOrder as texts } from '../../texts/new-order.ts';

export const ProductSearch = ({
  inputRef,
  disabled,
  prices,
  onChoose,
}: {
  inputRef: Ref<HTMLInputElement>;
  disabled: boolean;
  prices: PriceBasis;
  onChoose: (sku: string) => void;
}) => {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data } = useLive(FindProductsDocument, disabled ? null : { search: search || null }, topics.products);
  return (
    <Combobox
      label={texts.product}
      placeholder={texts.productPlaceholder}
      hint={disabled ? texts.productFirst : undefined}
      items={data?.products.nodes}
      text={text}
      onText={setText}
      onChoose={({ sku }) => {
        onChoose(sku);
        setText('');
      }}
      itemKey={({ id }) => id}
      none={texts.productNone}
      disabled={disabled}
      inputRef={inputRef}
      render={(product) => (
        <>
          <span className="ident w-20 shrink-0 truncate text-faint">{product.sku}</span>
          <span className="truncate">{product.description}</span>
          <span className="tabular ml-auto whitespace-nowrap text-soft">
            {product.unitPrice} {product.currency}
            {prices === 'GROSS' && ` ${texts.prices.plus}`}
          </span>
        </>
      )}
    />
  );
};
