'use client';

import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Fact, Facts } from '../../../components/facts.tsx';
import { SideSection } from '../../../components/side-section.tsx';
import type { ProjectionPartsFragment } from '../../../graphql/generated/documents.ts';
import { actorName } from '../../../lib/actor-name.ts';
import { formatCount, formatExact, formatLag } from '../../../lib/format.ts';
import { common } from '../../../texts/common.ts';
import { projections } from '../../../texts/projections.ts';
import { RebuildProgress } from './rebuild-progress.tsx';
import { useRebuild } from './use-rebuild.ts';

const texts = projections.panel;
type Rebuild = NonNullable<ProjectionPartsFragment['rebuild']>;

const Differences = ({ comparison }: { comparison: NonNullable<Rebuild['comparison']> }) => (
  <div className="mb-3">
    <p className="text-soft">{texts.blockedNote}</p>
    <ul className="ident mt-1.5 rounded-md bg-amber-soft px-3 py-2 text-amber">
      {comparison.keys.map((key) => (
        <li key={key} className="break-all">
          {key}
        </li>
      ))}
    </ul>
    <p className="tabular mt-1.5 text-xs text-faint">
      {texts.different(formatCount(comparison.differing))} ·{' '}
      {texts.rows(formatCount(comparison.rowsBefore), formatCount(comparison.rowsAfter))}
    </p>
  </div>
);

const AcceptDialog = ({ name, onOpenChange }: { name: string; onOpenChange: (open: boolean) => void }) => {
  const { start, busy } = useRebuild(name);
  const accept = async () => {
    if (await start(true)) onOpenChange(false);
  };
  return (
    <Dialog open onOpenChange={onOpenChange} title={texts.acceptTitle} about={texts.acceptAbout(name)}>
      <div className="flex justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>{common.cancel}</Button>
        <Button look="danger" busy={busy} onClick={accept}>
          {texts.acceptAction}
        </Button>
      </div>
    </Dialog>
  );
};

/** The rebuild that is under way, or the one that a person has to decide about. */
export const RebuildSection = ({ name, rebuild }: { name: string; rebuild: Rebuild }) => {
  const { giveUp, busy } = useRebuild(name);
  const [accepting, setAccepting] = useState(false);
  const blocked = rebuild.status === 'BLOCKED';
  return (
    <SideSection title={blocked ? texts.blocked : texts.rebuild}>
      {blocked && rebuild.comparison && <Differences comparison={rebuild.comparison} />}
      {!blocked && (
        <div className="pt-1 pb-3">
          <RebuildProgress name={name} rebuild={rebuild} />
        </div>
      )}
      <Facts>
        <Fact label={texts.generation}>{rebuild.generation}</Fact>
        <Fact label={texts.reason}>{texts.reasons[rebuild.reason]}</Fact>
        {rebuild.startedBy && <Fact label={texts.by}>{actorName(rebuild.startedBy)}</Fact>}
        <Fact label={texts.at}>{formatExact(rebuild.startedAt)}</Fact>
        {!blocked && <Fact label={texts.spent}>{formatLag(rebuild.seconds * 1000)}</Fact>}
      </Facts>
      <div className="mt-3 flex gap-1.5">
        <Button size="sm" busy={busy} onClick={() => void giveUp()}>
          {texts.cancel}
        </Button>
        {blocked && (
          <Button size="sm" onClick={() => setAccepting(true)}>
            {texts.accept}
          </Button>
        )}
      </div>
      {accepting && <AcceptDialog name={name} onOpenChange={setAccepting} />}
    </SideSection>
  );
};
