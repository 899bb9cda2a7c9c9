import { Panel } from '../../../components/panel.tsx';
import { ToneShape } from '../../../components/tone-shape.tsx';
import type { SealStatusQuery } from '../../../graphql/generated/documents.ts';
import { seals as texts } from '../../../texts/seals.ts';

type Verification = NonNullable<SealStatusQuery['sealStatus']['lastVerification']>;

/** What was altered, one line each, as the verification said it. */
export const Findings = ({ verification: { findings, findingsCount } }: { verification: Verification }) => (
  <Panel
    title={texts.found}
    flush
    className="mt-3"
    side={<span className="text-xs text-faint">{texts.findingsKept(findings.length, findingsCount)}</span>}
  >
    <ul className="max-h-72 divide-y divide-line overflow-y-auto">
      {findings.map(({ text, kind, seal, position }) => (
        <li key={`${kind} ${seal} ${position} ${text}`} className="flex min-h-9 items-center gap-2.5 px-4 py-1.5">
          <span className="text-red">
            <ToneShape tone="red" />
          </span>
          {text}
        </li>
      ))}
    </ul>
  </Panel>
);
