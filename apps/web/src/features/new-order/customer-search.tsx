'use client';

import { useDeferredValue, useState } from 'react';
import { Combobox } from '../../components/combobox.tsx';
import { FindCustomersDocument } from '../../graphql/generated/documents.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { common } from '../../texts/common.ts';
import { newOrder as texts } from '../../texts/new-order.ts';

export const CustomerSearch = ({
  disabled,
  onChoose,
}: {
  disabled: boolean;
  onChoose: (customerId: string) => void;
}) => {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data } = useLive(FindCustomersDocument, { search: search || null }, topics.customers);
  return (
    <Combobox
      label={texts.customer}
      placeholder={texts.customerPlaceholder}
      hint={texts.customerHint}
      items={data?.customers.nodes}
      text={text}
      onText={setText}
      onChoose={({ id }) => onChoose(id)}
      itemKey={({ id }) => id}
      none={texts.customerNone}
      disabled={disabled}
      autoFocus
      render={({ number, name, country, address }) => (
        <>
          <span className="truncate font-medium">{name ?? common.forgotten}</span>
          <span className="truncate text-xs text-faint">{[address?.city, country].filter(Boolean).join(', ')}</span>
          <span className="ident ml-auto text-faint">{number}</span>
        </>
      )}
    />
  );
};
