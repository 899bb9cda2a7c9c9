'use client';

import { Money } from '../../components/money.tsx';
import { Pill } from '../../components/pill.tsx';
import { TrialBalanceDocument } from '../../graphql/generated/documents.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { accounts as texts } from '../../texts/accounts.ts';

/** What all accounts hold and what is between them, by currency: together nothing. */
export const Books = () => {
  const { data } = useLive(TrialBalanceDocument, {}, topics.accounts);
  if (!data || data.trialBalance.length === 0) return null;
  return (
    <ul className="mb-3 flex flex-wrap gap-x-8 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3">
      {data.trialBalance.map(({ currency, balances, inTransit, sum }) => {
        const even = Number(sum.amount) === 0;
        return (
          <li key={currency} className="flex flex-wrap items-center gap-2">
            <span className="sr-only">{texts.books(currency)}</span>
            <span className="text-faint">{texts.balances}</span> <Money value={balances} />
            <span className="text-faint">+ {texts.inTransit}</span> <Money value={inTransit} />
            <span className="text-faint">=</span> <Money value={sum} className="font-medium" />
            <Pill tone={even ? 'green' : 'red'} word={even ? texts.even : texts.uneven} />
          </li>
        );
      })}
    </ul>
  );
};
