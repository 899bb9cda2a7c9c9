import { ProgressBar } from '../../../components/progress-bar.tsx';
import type { ProjectionPartsFragment } from '../../../graphql/generated/documents.ts';
import { formatLag } from '../../../lib/format.ts';
import { projections as texts } from '../../../texts/projections.ts';

/** The bar, how far it is, and how long it will take at the pace so far. */
export const RebuildProgress = ({ name, rebuild }: Pick<ProjectionPartsFragment, 'name' | 'rebuild'>) =>
  rebuild && (
    <span className="flex items-center gap-2.5">
      <ProgressBar value={rebuild.progress} label={texts.progressOf(name)} />
      <span className="tabular w-9 shrink-0 text-right text-xs font-medium">{texts.percent(rebuild.progress)}</span>
      <span className="tabular w-20 shrink-0 text-xs text-faint">
        {rebuild.secondsLeft === null ? texts.estimating : texts.left(formatLag(rebuild.secondsLeft * 1000))}
      </span>
    </span>
  );
