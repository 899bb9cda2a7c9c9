import { FileQuestion } from 'lucide-react';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Fact, Facts } from '../../../components/facts.tsx';
import { Pill } from '../../../components/pill.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { SideSection } from '../../../components/side-section.tsx';
import { SideSkeleton } from '../../../components/side-skeleton.tsx';
import type { ProjectionPartsFragment } from '../../../graphql/generated/documents.ts';
import { formatCount, formatExact, formatLag } from '../../../lib/format.ts';
import { projections } from '../../../texts/projections.ts';
import { projectionLook } from './projection-look.ts';
import { RebuildButton } from './rebuild-button.tsx';
import { RebuildSection } from './rebuild-section.tsx';

const texts = projections.panel;
type Live = NonNullable<ProjectionPartsFragment['live']>;

const comparisonOf = ({ comparison }: Live): string => {
  if (!comparison) return texts.firstRows;
  return comparison.equal
    ? texts.equal(formatCount(comparison.rowsAfter))
    : texts.different(formatCount(comparison.differing));
};

const LiveRows = ({ live }: { live: Live }) => (
  <>
    <SideSection title={texts.live}>
      <Facts>
        <Fact label={texts.table}>
          <span className="ident break-all">{live.table}</span>
        </Fact>
        <Fact label={texts.generation}>{live.generation}</Fact>
        {live.liveSince && <Fact label={texts.since}>{formatExact(live.liveSince)}</Fact>}
        <Fact label={texts.comparison}>{comparisonOf(live)}</Fact>
      </Facts>
    </SideSection>
    <SideSection title={texts.shards}>
      <ul className="grid gap-1.5">
        {live.shards.map(({ shard, position, lagEvents, lagSeconds }) => (
          <li key={shard} className="tabular flex justify-between gap-3">
            <span className="text-soft">{texts.shard(shard)}</span>
            <span className="ml-auto text-faint">
              {lagEvents === 0 ? projections.states.live : projections.eventsBehind(lagEvents, formatCount(lagEvents))}
            </span>
            <span className="w-16 text-right">{formatLag(lagSeconds * 1000)}</span>
            <span className="ident w-20 text-right">{formatCount(position)}</span>
          </li>
        ))}
      </ul>
    </SideSection>
  </>
);

/** One view: its live rows, its shards, and the rebuild beside them. */
export const ProjectionPanel = ({
  name,
  projection,
  reading,
  onClose,
}: {
  name: string;
  projection: ProjectionPartsFragment | undefined;
  /** The views are not known yet. */
  reading: boolean;
  onClose: () => void;
}) => (
  <SidePanel
    label={texts.title}
    title={<span className="ident font-medium">{name}</span>}
    closeLabel={texts.close}
    onClose={onClose}
  >
    {projection ? (
      <>
        <div className="flex items-center gap-2 px-4 pt-3.5 pb-3">
          {!projection.rebuild && <RebuildButton name={name} />}
          <Pill {...projectionLook(projection)} size="md" />
        </div>
        <div className="px-4 pb-4">
          <Facts>
            <Fact label={projections.lag}>
              <span className="tabular">
                {formatLag(projection.lagSeconds * 1000)}
                <span className="ml-2 text-faint">
                  {projections.objective} {formatLag(projection.freshness)}
                </span>
              </span>
            </Fact>
            <Fact label={projections.position}>
              <span className="ident">{formatCount(projection.position)}</span>
            </Fact>
          </Facts>
        </div>
        {projection.rebuild && <RebuildSection name={name} rebuild={projection.rebuild} />}
        {projection.live && <LiveRows live={projection.live} />}
      </>
    ) : reading ? (
      <SideSkeleton />
    ) : (
      <EmptyState icon={FileQuestion} title={texts.missing} text={texts.missingText} />
    )}
  </SidePanel>
);
