'use client';

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import type { DeliveryOnPageFragment, ReturnPartsFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { delivery as texts } from '../../texts/delivery.ts';
import { ReceiveReturnDialog } from './receive-return-dialog.tsx';

const wordOf = (disposition: 'RESTOCK' | 'SCRAP' | null): string =>
  disposition === 'RESTOCK' ? ` ${texts.restocked}` : disposition === 'SCRAP' ? ` ${texts.scrapped}` : '';

/** What was asked back, what came, and what became of it. */
export const ReturnsPanel = ({ delivery }: { delivery: DeliveryOnPageFragment }) => {
  const [receiving, setReceiving] = useState<ReturnPartsFragment | 'unannounced' | null>(null);
  const isOffered = (name: string) => delivery.availableActions.some((one) => one.name === name && one.allowed);
  const canReceive = isOffered('receiveReturn');
  return (
    <Panel
      title={texts.returns}
      side={
        canReceive &&
        isOffered('requestReturn') && (
          <Button size="sm" look="quiet" onClick={() => setReceiving('unannounced')}>
            {texts.receive.verbUnannounced}
          </Button>
        )
      }
    >
      {delivery.returns.length === 0 && <p className="text-faint">{texts.noReturns}</p>}
      <ul className="grid gap-3">
        {delivery.returns.map((back) => (
          <li key={back.id} className="flex min-h-8 items-center gap-4">
            {back.receivedAt ? <Pill tone="violet" word={texts.here} /> : <Pill tone="amber" word={texts.waiting} />}
            <span className="min-w-0 flex-1">
              {back.reason ?? texts.unannounced}
              <span className="block text-xs text-faint">
                {back.lines
                  .map(
                    ({ sku, quantity, disposition }) =>
                      texts.linePieces(formatCount(quantity), sku) + wordOf(disposition),
                  )
                  .join(', ')}
              </span>
            </span>
            <span className="text-xs text-faint">
              {(back.receivedAt ?? back.requestedAt) && <Time at={back.receivedAt ?? back.requestedAt ?? ''} />}
            </span>
            {canReceive && !back.receivedAt && (
              <Button size="sm" onClick={() => setReceiving(back)}>
                {texts.receive.verb}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {receiving && (
        <ReceiveReturnDialog
          delivery={delivery}
          announced={receiving === 'unannounced' ? null : receiving}
          onOpenChange={(open) => !open && setReceiving(null)}
        />
      )}
    </Panel>
  );
};
