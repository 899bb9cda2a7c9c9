'use client';

import { FileQuestion } from 'lucide-react';
import { CopyButton } from '../../../components/copy-button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Fact, Facts } from '../../../components/facts.tsx';
import { Pill } from '../../../components/pill.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { formatCount, formatExact } from '../../../lib/format.ts';
import { seals } from '../../../texts/seals.ts';
import { ProofForm } from './proof-form.tsx';
import type { SealRow } from './seal-row.ts';

const texts = seals.panel;

const Hash = ({ label, value }: { label: string; value: string }) => (
  <Fact label={label}>
    <span className="flex items-start gap-1">
      <span className="ident min-w-0 grow break-all">{value}</span>
      <span className="-my-1">
        <CopyButton text={value} label={texts.copy(label)} />
      </span>
    </span>
  </Fact>
);

/** One seal: what it speaks for, what it says, and proofs from it. */
export const SealPanel = ({
  number,
  seal,
  newest,
  onClose,
}: {
  number: string;
  /** Undefined where it is not among those read so far. */
  seal: SealRow | undefined;
  newest: number;
  onClose: () => void;
}) => (
  <SidePanel label={texts.title(number)} title={texts.title(number)} closeLabel={texts.close} onClose={onClose}>
    {seal ? (
      <>
        <div className="px-4 py-3.5">
          <Facts>
            <Fact label={seals.range}>
              <span className="ident">
                {formatCount(seal.firstPosition)} – {formatCount(seal.lastPosition)}
              </span>
            </Fact>
            <Fact label={seals.count}>
              <span className="tabular">{formatCount(seal.count)}</span>
            </Fact>
            <Fact label={seals.sealedAt}>
              <time dateTime={seal.sealedAt} className="tabular">
                {formatExact(seal.sealedAt)}
              </time>
            </Fact>
            <Fact label={seals.signature}>
              <Pill
                {...(seal.signed ? { tone: 'green', word: seals.signed } : { tone: 'red', word: seals.notSigned })}
              />
            </Fact>
            <Hash label={seals.root} value={seal.root} />
            {/^0+$/.test(seal.previous) ? (
              <Fact label={texts.previous}>
                <span className="text-faint">{texts.first}</span>
              </Fact>
            ) : (
              <Hash label={texts.previous} value={seal.previous} />
            )}
            <Hash label={texts.hash} value={seal.hash} />
            <Hash label={seals.key} value={seal.keyId} />
          </Facts>
        </div>
        <section aria-label={texts.proof} className="border-t border-line px-4 pt-3.5 pb-4">
          <h3 className="font-medium">{texts.proof}</h3>
          <p className="mt-0.5 mb-3 text-faint">{texts.proofAbout}</p>
          <ProofForm seal={seal} newest={newest} />
        </section>
      </>
    ) : (
      <EmptyState icon={FileQuestion} title={texts.missing} text={texts.missingText} />
    )}
  </SidePanel>
);
