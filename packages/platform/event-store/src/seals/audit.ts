import { checkLeaves, checkSeal } from './check-seal.ts';
import { type Difference, differences } from './compare-events.ts';
import type { EventRows } from './event-rows.ts';
import type { SealFinding } from './findings.ts';
import { unpackLeaves } from './leaves.ts';
import type { StoredSeal } from './read-seals.ts';
import type { Seal } from './seal.ts';
import type { PublicKey } from './seal-key.ts';
import type { SealedHead } from './sealed-head.ts';
import { createTrust } from './trust.ts';

export interface AuditOptions {
  readonly rows: EventRows;
  /** By id: all keys that could have signed. */
  readonly keys: ReadonlyMap<string, PublicKey>;
  readonly trusted: readonly PublicKey[];
  readonly head: SealedHead | undefined;
}

/** Goes along the chain, seal by seal, with the rows that each speaks for. */
export const createAudit = ({ rows, keys, trusted, head }: AuditOptions) => {
  const findings: SealFinding[] = [];
  const different: Difference[] = [];
  const trust = createTrust(trusted);
  let before: Seal | undefined;

  const report = (seal: number, fromPosition: number, toPosition: number, problem: string) =>
    findings.push({ kind: 'seal', seal, fromPosition, toPosition, problem });

  /** Rows that only a missing seal spoke for are passed over: what they were is not known. */
  const passGap = async (seal: Seal): Promise<void> => {
    const expected = (before?.number ?? 0) + 1;
    if (seal.number === expected) return;
    const last = seal.number - expected === 1 ? '' : ` (and all up to ${seal.number - 1})`;
    report(expected, covered(before), seal.firstPosition - 1, `it is missing${last}; nothing speaks for these events`);
    await rows.passTo(seal.firstPosition - 1);
  };

  return {
    /** Checks the next seal; answers with the number of its rows. */
    async check(seal: StoredSeal): Promise<number> {
      await passGap(seal);
      const present = await rows.upTo(seal.lastPosition);
      const leaves = unpackLeaves(seal.leaves);
      const list = checkLeaves(seal, leaves, present);
      const problems = [...checkSeal(seal, before, keys), ...list.problems];
      if (problems.length > 0) report(seal.number, seal.firstPosition, seal.lastPosition, problems.join('; '));
      if (!list.rowsGiveRoot) different.push(...differences(seal.number, leaves, present));
      if (head?.seal.number === seal.number && head.seal.hash !== seal.hash)
        report(
          seal.number,
          covered(before),
          seal.lastPosition,
          'it is not the one that was kept: the chain was made anew',
        );
      trust.saw(seal, problems.length === 0);
      before = seal;
      return present.length;
    },
    /** What the end of the chain tells. */
    end(): { readonly findings: readonly SealFinding[]; readonly different: readonly Difference[] } {
      const last = before?.number ?? 0;
      if (head && head.seal.number > last)
        report(
          head.seal.number,
          covered(before),
          head.seal.lastPosition,
          `it was kept and is missing: the chain was cut after seal ${last}`,
        );
      const strange = trust.unvouched();
      if (strange)
        report(
          strange.number,
          strange.firstPosition,
          before?.lastPosition ?? strange.lastPosition,
          `from here on no seal is signed by a key that is known here (this one by ${strange.keyId.slice(0, 16)}…)`,
        );
      return { findings, different };
    },
  };
};

/** The first position that a seal after this one speaks for. */
const covered = (before: Seal | undefined): number => (before?.lastPosition ?? 0) + 1;
