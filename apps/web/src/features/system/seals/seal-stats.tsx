import { Hint } from '../../../components/hint.tsx';
import { Pill } from '../../../components/pill.tsx';
import { Stat, Stats } from '../../../components/stats.tsx';
import { Time } from '../../../components/time.tsx';
import type { SealStatusQuery } from '../../../graphql/generated/documents.ts';
import { formatCount, formatLag } from '../../../lib/format.ts';
import { seals as texts } from '../../../texts/seals.ts';
import { shortHash } from './seal-row.ts';

type Status = SealStatusQuery['sealStatus'];

const verificationOf = ({ lastVerification: last }: Status) => {
  if (!last) return { value: <span className="text-faint">{texts.notVerified}</span>, note: texts.notVerifiedNote };
  return {
    value: (
      <span className="flex items-center gap-2">
        {last.intact ? (
          <Pill tone="green" word={texts.intact} size="md" />
        ) : (
          <Pill tone="red" word={texts.findings(last.findingsCount)} size="md" />
        )}
        <span className="text-sm font-normal tracking-normal text-soft">
          <Time at={last.at} />
        </span>
      </span>
    ),
    note: texts.verifiedBy(last.by, formatLag(last.seconds * 1000)),
  };
};

/** How far the chain reaches, what waits for it, and whether it held when somebody last looked. */
export const SealStats = ({ status }: { status: Status | undefined }) => {
  const verification = status && verificationOf(status);
  return (
    <Stats>
      <Stat
        label={texts.sealedUpTo}
        value={status && (status.newest ? formatCount(status.sealedUpTo) : texts.noSeal)}
        note={status?.newest && texts.sealedNote(formatCount(status.newest.number))}
      />
      <Stat
        label={texts.unsealed}
        value={
          status &&
          (status.unsealedEvents === 0
            ? texts.allSealed
            : texts.unsealedEvents(status.unsealedEvents, formatCount(status.unsealedEvents)))
        }
        note={
          status &&
          (status.unsealedEvents === 0
            ? texts.allSealedNote
            : texts.unsealedSince(formatLag(status.unsealedSeconds * 1000)))
        }
      />
      <Stat label={texts.verification} value={verification?.value} note={verification?.note} />
      <Stat
        label={texts.key}
        value={
          status && (
            <span className="ident font-normal">
              {status.keyId ? (
                <Hint text={<span className="break-all">{status.keyId}</span>}>
                  <span>{shortHash(status.keyId)}</span>
                </Hint>
              ) : (
                '—'
              )}
            </span>
          )
        }
        note={status && !status.keyId ? texts.noKey : 'Ed25519'}
      />
    </Stats>
  );
};
