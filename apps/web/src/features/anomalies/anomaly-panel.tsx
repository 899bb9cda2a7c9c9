'use client';

import Link from 'next/link';
import { Fact, Facts } from '../../components/facts.tsx';
import { Money } from '../../components/money.tsx';
import { Pill } from '../../components/pill.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { SideSection } from '../../components/side-section.tsx';
import { Time } from '../../components/time.tsx';
import { AnomalyOfPanelDocument, type AnomalyOfPanelQuery } from '../../graphql/generated/documents.ts';
import { anomalyStates } from '../../lib/states.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { anomalies as texts } from '../../texts/anomalies.ts';
import { PanelContent } from '../system/room/panel-content.tsx';
import { AnomalyActions } from './anomaly-actions.tsx';
import { AnomalyStory } from './anomaly-story.tsx';
import { CandidateList } from './candidate-list.tsx';
import { MessageSection } from './message-section.tsx';

export type AnomalyOfPanel = NonNullable<AnomalyOfPanelQuery['anomaly']>;

/** Of these an order is there already. */
const takenBefore: ReadonlySet<string> = new Set(['CHANGE_NOT_POSSIBLE', 'SECOND_ORDER', 'REFUSED']);

const link = 'rounded-sm text-accent-text hover:underline';

const Resolution = ({ anomaly }: { anomaly: AnomalyOfPanel }) => {
  const { resolution, resolvedAt, resolvedBy, chosenOrderId, note } = anomaly;
  if (!resolution) return null;
  return (
    <>
      <Fact label={texts.resolved}>
        {texts.resolutions[resolution]} {resolvedBy && texts.resolvedBy(resolvedBy)}
        {resolvedAt && (
          <span className="text-faint">
            {' · '}
            <Time at={resolvedAt} />
          </span>
        )}
      </Fact>
      {chosenOrderId && (
        <Fact label={texts.chosenOrder}>
          <Link href={`/orders/${chosenOrderId}`} className={link}>
            {texts.openOrder}
          </Link>
        </Fact>
      )}
      {note && <Fact label={texts.note}>{note}</Fact>}
    </>
  );
};

const Head = ({ anomaly }: { anomaly: AnomalyOfPanel }) => {
  const { amount, externalOrderId, orderId } = anomaly;
  // Its order may not have come: the link is there once one is known to be.
  const hasCome = orderId !== null && (takenBefore.has(anomaly.kind) || anomaly.resolution === 'ORDER_ARRIVED');
  return (
    <div className="px-4 py-3.5">
      <p className="text-pretty font-medium">{anomaly.summary}</p>
      {anomaly.state !== 'RESOLVED' && (
        <p className="mt-1 mb-3 text-pretty text-soft">{texts.kinds[anomaly.kind].meaning}</p>
      )}
      <div className="mt-3">
        <Facts>
          <Fact label={texts.state}>
            <Pill {...anomalyStates[anomaly.state]} />
          </Fact>
          <Resolution anomaly={anomaly} />
          <Fact label={texts.owner}>{anomaly.owner ?? <span className="text-faint">{texts.nobody}</span>}</Fact>
          <Fact label={texts.channel}>{anomaly.channel}</Fact>
          <Fact label={texts.since}>
            <Time at={anomaly.recordedAt} />
          </Fact>
          {externalOrderId && (
            <Fact label={texts.order}>
              <span className="ident">{externalOrderId}</span>
              {hasCome && (
                <Link href={`/orders/${orderId}`} className={`${link} ml-3`}>
                  {texts.openOrder}
                </Link>
              )}
            </Fact>
          )}
          {amount && (
            <Fact label={texts.worth}>
              <Money value={amount} className="font-medium" />
            </Fact>
          )}
        </Facts>
      </div>
    </div>
  );
};

/** One anomaly: what is wrong, what was sent, which orders may be meant, and what can be decided. */
export const AnomalyPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const read = useLive(AnomalyOfPanelDocument, { id }, topics.anomalies, id);
  const anomaly = read.data?.anomaly;
  return (
    <SidePanel
      label={texts.panel}
      title={anomaly ? texts.kinds[anomaly.kind].word : texts.panel}
      closeLabel={texts.close}
      onClose={onClose}
    >
      <PanelContent read={read} failed={texts.failed} missing={texts.missing} missingText={texts.missingText}>
        {anomaly && (
          <>
            <Head anomaly={anomaly} />
            <AnomalyActions anomaly={anomaly} />
            {anomaly.kind === 'UNMATCHED_CANCELLATION' && anomaly.state !== 'RESOLVED' && (
              <SideSection title={texts.candidates}>
                <CandidateList anomaly={anomaly} />
              </SideSection>
            )}
            {anomaly.message && <MessageSection message={anomaly.message} />}
            <SideSection title={texts.history}>
              <AnomalyStory anomaly={anomaly} />
            </SideSection>
          </>
        )}
      </PanelContent>
    </SidePanel>
  );
};
