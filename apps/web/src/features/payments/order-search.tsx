'use client';

import { useDeferredValue, useState } from 'react';
import { Combobox } from '../../components/combobox.tsx';
import { Money } from '../../components/money.tsx';
import { OrdersThatOweDocument } from '../../graphql/generated/documents.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { common } from '../../texts/common.ts';
import { payments as texts } from '../../texts/payments.ts';

/** Finds an order that is owed money, by its number, customer or goods. */
export const OrderSearch = ({ onChoose }: { onChoose: (orderId: string) => void }) => {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data } = useLive(OrdersThatOweDocument, { search: search || null }, topics.payments);
  return (
    <Combobox
      label={texts.order}
      placeholder={texts.orderPlaceholder}
      hint={texts.orderHint}
      items={data?.orders.nodes}
      text={text}
      onText={(typed) => {
        setText(typed);
        onChoose('');
      }}
      onChoose={({ id, number }) => {
        setText(number);
        onChoose(id);
      }}
      itemKey={({ id }) => id}
      none={texts.orderNone}
      render={({ number, customerName, payment }) => (
        <>
          <span className="ident font-medium">{number}</span>
          <span className="truncate text-xs text-faint">{customerName ?? common.forgotten}</span>
          {payment && <Money value={payment.outstanding} className="ml-auto text-xs" />}
        </>
      )}
    />
  );
};
