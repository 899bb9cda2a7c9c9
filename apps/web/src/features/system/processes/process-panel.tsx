'use client';

import { Fact, Facts } from '../../../components/facts.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { Pill } from '../../../components/pill.tsx';
import { ProblemText } from '../../../components/problem-text.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { SideSection } from '../../../components/side-section.tsx';
import {
  ProcessInstanceDetailDocument,
  type ProcessInstanceDetailQuery,
} from '../../../graphql/generated/documents.ts';
import { actorName } from '../../../lib/actor-name.ts';
import { formatExact } from '../../../lib/format.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useLive } from '../../../live/use-live.ts';
import { processes } from '../../../texts/processes.ts';
import { PanelContent } from '../room/panel-content.tsx';
import { OrderLink } from '../room/side-links.tsx';
import { ProcessActions } from './process-actions.tsx';
import { processLook } from './process-look.ts';
import { RefusedCommands, UnderWay, Waits } from './process-parts.tsx';

const texts = processes.panel;
type Instance = NonNullable<ProcessInstanceDetailQuery['processInstance']>;

/** These processes take care of one order each, under its id. */
const ofOrders = /^(fulfilment\.order|billing\.open|shipping\.plan)$/;

const Cancelled = ({ instance: { cancelledBy, cancelledAt, cancelReason } }: { instance: Instance }) =>
  cancelledAt && (
    <>
      <Fact label={texts.cancelledBy}>
        {cancelledBy && actorName(cancelledBy)} <span className="text-faint">{formatExact(cancelledAt)}</span>
      </Fact>
      {cancelReason && <Fact label={texts.reason}>{cancelReason}</Fact>}
    </>
  );

const Body = ({ instance }: { instance: Instance }) => (
  <>
    <div className="flex flex-wrap items-center gap-1.5 px-4 pt-3.5 pb-3">
      <ProcessActions instance={instance} />
      {ofOrders.test(instance.process) && <OrderLink orderId={instance.instance} label={texts.order} />}
    </div>
    <div className="px-4 pb-4">
      <Facts>
        <Fact label={processes.state}>
          <Pill {...processLook(instance.status)} />
        </Fact>
        <Cancelled instance={instance} />
        <Fact label={processes.instance}>
          <span className="ident break-all">{instance.instance}</span>
        </Fact>
        <Fact label={processes.started}>{formatExact(instance.startedAt)}</Fact>
        <Fact label={processes.updated}>{formatExact(instance.updatedAt)}</Fact>
        {instance.timers.map(({ name, dueAt }) => (
          <Fact key={name} label={texts.timers}>
            {name} <span className="text-faint">{texts.due(formatExact(dueAt))}</span>
          </Fact>
        ))}
      </Facts>
    </div>
    <SideSection title={texts.waits}>
      <Waits waits={instance.waits} />
    </SideSection>
    {instance.refused.length > 0 && (
      <SideSection title={texts.refused}>
        <RefusedCommands refused={instance.refused} />
      </SideSection>
    )}
    {instance.commands.length > 0 && (
      <SideSection title={texts.commands}>
        <UnderWay commands={instance.commands} />
      </SideSection>
    )}
    {instance.lastError && (
      <SideSection title={texts.lastError}>
        <ProblemText text={instance.lastError} />
      </SideSection>
    )}
    <SideSection title={texts.state}>
      <JsonView value={instance.state} label={texts.state} />
    </SideSection>
  </>
);

/** One instance: what it waits for, what it sent, what it knows. `id` is that of its row. */
export const ProcessPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const at = id.indexOf(':');
  const [process, instance] = [id.slice(0, at), id.slice(at + 1)];
  const read = useLive(ProcessInstanceDetailDocument, { process, instance }, []);
  useEvery(3_000, read.retry);
  const found = read.data?.processInstance;
  return (
    <SidePanel
      label={texts.title}
      title={<span className="ident font-medium">{process}</span>}
      closeLabel={texts.close}
      onClose={onClose}
    >
      <PanelContent read={read} failed={processes.failed} missing={texts.missing} missingText={texts.missingText}>
        {found && <Body instance={found} />}
      </PanelContent>
    </SidePanel>
  );
};
