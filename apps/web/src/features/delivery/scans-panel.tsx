import { Hint } from '../../components/hint.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pill } from '../../components/pill.tsx';
import type { DeliveryOnPageFragment } from '../../graphql/generated/documents.ts';
import { formatExact } from '../../lib/format.ts';
import { delivery as texts } from '../../texts/delivery.ts';

/** Where the carrier saw it, the latest first; what came late is marked, and stands where it belongs. */
export const ScansPanel = ({ scans }: { scans: DeliveryOnPageFragment['scans'] }) => (
  <Panel title={texts.scans}>
    {scans.length === 0 && <p className="text-faint">{texts.noScans}</p>}
    <ol className="grid gap-2">
      {scans.toReversed().map((scan) => (
        <li key={scan.id} className="flex flex-wrap items-baseline gap-x-3">
          <time dateTime={scan.at} className="tabular text-xs text-faint">
            {formatExact(scan.at)}
          </time>
          <span className="font-medium">{scan.place}</span>
          <span className="text-soft">{scan.status}</span>
          {scan.isLate && (
            <Hint text={texts.lateHint(formatExact(scan.recordedAt))}>
              <span>
                <Pill tone="amber" word={texts.late} />
              </span>
            </Hint>
          )}
        </li>
      ))}
    </ol>
  </Panel>
);
