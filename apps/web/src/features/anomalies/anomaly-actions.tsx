'use client';

import { Hand, RotateCw, Wrench } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { AssignAnomalyDocument, RepairMessageDocument } from '../../graphql/generated/documents.ts';
import { readActor } from '../../live/actor.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { anomalies as texts } from '../../texts/anomalies.ts';
import { shell } from '../../texts/shell.ts';
import type { AnomalyOfPanel } from './anomaly-panel.tsx';
import { RepairDialog } from './repair-dialog.tsx';
import { useResolve } from './use-resolve.ts';

type Asking = 'repair' | 'CREDIT_NOTE' | 'GO_ON_WITHOUT' | 'DISMISSED';

const dropTexts = {
  ...texts.decisions.DISMISSED,
  label: texts.dropLabel,
  hint: texts.dropHint,
  missing: texts.dropMissing,
  action: texts.dropAction,
};

/** What a person can decide of it now. Matching it to an order stands with the candidates. */
export const AnomalyActions = ({ anomaly }: { anomaly: AnomalyOfPanel }) => {
  const say = useSay();
  const [asking, setAsking] = useState<Asking | null>(null);
  const assigning = useCommand(AssignAnomalyDocument);
  const repairing = useCommand(RepairMessageDocument);
  const { resolve, busy } = useResolve(anomaly.id);
  const { message, possibleResolutions } = anomaly;
  const me = readActor() || shell.actorDefault;
  if (anomaly.state === 'RESOLVED') return null;

  const take = async () => {
    const outcome = await assigning.run({ anomalyId: anomaly.id, owner: me });
    await say(outcome, { done: texts.taken(me), refused: texts.notTaken });
  };
  const readAgain = async (intakeId: string) => {
    await say(await repairing.run({ intakeId }), { done: texts.repaired, refused: texts.notRepaired });
  };
  const unread = message?.status === 'UNREADABLE' ? message : null;
  const decide = (name: 'CREDIT_NOTE' | 'GO_ON_WITHOUT') =>
    possibleResolutions.includes(name) && (
      <Button size="sm" onClick={() => setAsking(name)}>
        {texts.decisions[name].action}
      </Button>
    );
  const confirming = asking === 'CREDIT_NOTE' || asking === 'GO_ON_WITHOUT' ? asking : null;
  const ask = (open: boolean) => !open && setAsking(null);
  return (
    <div className="flex flex-wrap gap-1.5 px-4 pb-3.5">
      {anomaly.owner !== me && (
        <Button size="sm" icon={Hand} busy={assigning.busy} onClick={() => void take()}>
          {texts.take}
        </Button>
      )}
      {unread && (
        <>
          <Button size="sm" icon={Wrench} onClick={() => setAsking('repair')}>
            {texts.repair}
          </Button>
          <Button size="sm" icon={RotateCw} busy={repairing.busy} onClick={() => void readAgain(unread.id)}>
            {texts.retry}
          </Button>
        </>
      )}
      {decide('CREDIT_NOTE')}
      {decide('GO_ON_WITHOUT')}
      {possibleResolutions.includes('DISMISSED') && (
        <Button size="sm" look="quiet" onClick={() => setAsking('DISMISSED')}>
          {texts.decisions.DISMISSED.action}
        </Button>
      )}
      {asking === 'repair' && unread && <RepairDialog message={unread} onOpenChange={ask} />}
      {confirming && (
        <ConfirmDialog
          texts={texts.decisions[confirming]}
          busy={busy}
          onOpenChange={ask}
          onConfirm={() => resolve({ resolution: confirming }, texts.decisions[confirming].done)}
        />
      )}
      {asking === 'DISMISSED' && (
        <ReasonDialog
          texts={dropTexts}
          onOpenChange={ask}
          onReason={(note) => resolve({ resolution: 'DISMISSED', note }, texts.decisions.DISMISSED.done)}
        />
      )}
    </div>
  );
};
