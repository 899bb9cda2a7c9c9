'use client';

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Fact, Facts } from '../../components/facts.tsx';
import { Money } from '../../components/money.tsx';
import { Pill } from '../../components/pill.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { SideSection } from '../../components/side-section.tsx';
import { Time } from '../../components/time.tsx';
import { AccountDetailsDocument, CloseAccountDocument } from '../../graphql/generated/documents.ts';
import { formatMoney } from '../../lib/format.ts';
import { topics } from '../../live/topics.ts';
import { useCommand } from '../../live/use-command.ts';
import { useLive } from '../../live/use-live.ts';
import { useSay } from '../../live/use-say.ts';
import { accounts as texts } from '../../texts/accounts.ts';
import { accountName, partyName } from './account-name.ts';

const PAGE = 20;
/** What one question may cost ends here. */
const MOST = 2 * PAGE;

/** One account: what it holds, and what went in and out, with the other party. */
export const AccountPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [first, setFirst] = useState(PAGE);
  const { data, failure, retry } = useLive(AccountDetailsDocument, { id, first }, topics.accounts);
  const close = useCommand(CloseAccountDocument);
  const say = useSay();
  const account = data?.account;
  const closing = account?.availableActions.find(({ name }) => name === 'closeAccount');
  const closeAccount = async () => {
    if (!account) return;
    const outcome = await close.run({ accountId: id, expectedVersion: account.version });
    await say(outcome, { done: texts.isClosed, refused: texts.notClosed, stream: `account-${id}` });
  };
  return (
    <SidePanel
      title={account ? accountName(account) : id}
      label={texts.details}
      closeLabel={texts.closePanel}
      onClose={onClose}
    >
      {failure && !data && <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />}
      {account && (
        <>
          <div className="px-4 py-3">
            <Facts>
              <Fact label={texts.account}>
                <span className="ident">{account.id}</span>
              </Fact>
              <Fact label={texts.status}>
                <Pill
                  tone={account.status === 'OPEN' ? 'green' : 'grey'}
                  word={account.status === 'OPEN' ? texts.open : texts.closed}
                />
              </Fact>
              <Fact label={texts.balance}>
                <Money value={account.balance} className="font-medium" />
              </Fact>
            </Facts>
            {closing && (
              <div className="mt-3">
                <Button disabled={!closing.allowed} busy={close.busy} onClick={() => void closeAccount()}>
                  {texts.close}
                </Button>
                {closing.reason && <p className="mt-1.5 text-xs text-faint">{closing.reason}</p>}
              </div>
            )}
          </div>
          <SideSection title={texts.transactions}>
            {account.entries.length === 0 && <p className="text-faint">{texts.noTransactions}</p>}
            <ol className="flex flex-col gap-2.5">
              {account.entries.map((entry) => {
                const party = partyName(entry.otherAccount, entry.otherAccountId);
                const credit = Number(entry.amount.amount) > 0 ? texts.came : texts.went;
                return (
                  <li key={entry.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
                    <span className="truncate">{entry.text}</span>
                    <Money value={entry.amount} className="text-right font-medium" />
                    <span className="truncate text-xs text-faint">
                      <Time at={entry.recordedAt} /> · {entry.reversal ? texts.returned : credit} {party}
                    </span>
                    <span className="tabular text-right text-xs text-faint">
                      {texts.after(formatMoney(entry.balance.amount, entry.balance.currency))}
                    </span>
                  </li>
                );
              })}
            </ol>
            {account.entries.length === first && first < MOST && (
              <div className="mt-3">
                <Button look="quiet" onClick={() => setFirst(first + PAGE)}>
                  {texts.older}
                </Button>
              </div>
            )}
          </SideSection>
        </>
      )}
    </SidePanel>
  );
};
