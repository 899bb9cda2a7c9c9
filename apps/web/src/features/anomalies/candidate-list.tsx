'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Hint } from '../../components/hint.tsx';
import type { AnomalyCandidatePartsFragment } from '../../graphql/generated/documents.ts';
import { formatCount, formatDay } from '../../lib/format.ts';
import { anomalies as texts } from '../../texts/anomalies.ts';
import type { AnomalyOfPanel } from './anomaly-panel.tsx';
import { FitBar } from './fit-bar.tsx';
import { useResolve } from './use-resolve.ts';

const foundOf = ({ fit }: AnomalyCandidatePartsFragment): number => fit?.found ?? 0;
const sameOf = ({ fit }: AnomalyCandidatePartsFragment): number => fit?.samePrice ?? 0;

/** What fits best stands first; the API has them by date. */
const bestFirst = (candidates: readonly AnomalyCandidatePartsFragment[]) =>
  candidates.toSorted((a, b) => foundOf(b) - foundOf(a) || sameOf(b) - sameOf(a));

const Words = ({ candidate: { fit, reason } }: { candidate: AnomalyCandidatePartsFragment }) => (
  <p className="text-xs text-faint">
    {fit ? (
      <>
        <span className="tabular">{texts.fit(formatCount(fit.found), formatCount(fit.wanted))}</span>
        {fit.found > 0 && ` · ${fit.samePrice > 0 ? texts.samePrice(formatCount(fit.samePrice)) : texts.noneSamePrice}`}
        {!fit.boughtBefore && ` · ${texts.boughtAfter}`}
      </>
    ) : (
      reason
    )}
  </p>
);

/** The orders that may be meant, and how well each fits. */
export const CandidateList = ({ anomaly }: { anomaly: AnomalyOfPanel }) => {
  const [asking, setAsking] = useState<AnomalyCandidatePartsFragment | null>(null);
  const { resolve, busy } = useResolve(anomaly.id);
  const canMatch = anomaly.possibleResolutions.includes('MATCHED_BY_HAND');
  if (anomaly.candidates.length === 0) return <p className="text-faint">{texts.noCandidates}</p>;
  return (
    <>
      <ul aria-label={texts.candidates} className="grid gap-3">
        {bestFirst(anomaly.candidates).map((candidate) => {
          const { fit, orderId, externalOrderId } = candidate;
          const whole = fit !== null && fit.found >= fit.wanted;
          const button = (
            <Button
              size="sm"
              aria-disabled={!whole}
              className={whole ? '' : 'opacity-50'}
              onClick={() => whole && setAsking(candidate)}
            >
              {texts.match}
            </Button>
          );
          return (
            <li key={orderId} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1">
              <span className="flex min-w-0 items-baseline gap-2">
                <Link href={`/orders/${orderId}`} className="ident truncate rounded-sm font-medium hover:underline">
                  {externalOrderId}
                </Link>
                <span className="text-xs text-faint">{formatDay(candidate.happenedAt)}</span>
              </span>
              {canMatch && (whole ? button : <Hint text={texts.tooFew}>{button}</Hint>)}
              <div className="col-span-2">
                {fit && <FitBar fit={fit} />}
                <Words candidate={candidate} />
              </div>
            </li>
          );
        })}
      </ul>
      {asking && (
        <ConfirmDialog
          texts={{
            title: texts.matchTitle(asking.externalOrderId),
            about: texts.matchAbout,
            action: texts.matchAction,
          }}
          busy={busy}
          onOpenChange={(open) => !open && setAsking(null)}
          onConfirm={() =>
            resolve({ resolution: 'MATCHED_BY_HAND', orderId: asking.orderId }, texts.matched(asking.externalOrderId))
          }
        />
      )}
    </>
  );
};
