import { checkLeaves, checkSeal, type LeafList, leafList } from './check-seal.ts';
import { type Difference, differences } from './compare-events.ts';
import type { EventRows } from './event-rows.ts';
import type { SealFinding } from './findings.ts';
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
  const passGap = async (seal: Seal, { first }: LeafList): Promise<void> => {
    const expected = (before?.number ?? 0) + 1;
    if (seal.number === expected) return;
    const last = seal.number - expected === 1 ? '' : ` (and all up to ${seal.number - 1})`;
    report(expected, covered(before), first - 1, `it is missing${last}; nothing speaks for these events`);
    await rows.passTo(first - 1);
  };

  return {
    /** Checks the next seal; answers with the number of its rows. */
    async check(seal: StoredSeal): Promise<number> {
      const list = leafList(seal);
      const { first, last } = list;
      await passGap(seal, list);
      const present = await rows.upTo(last);
      const checked = checkLeaves(seal, list, present);
      const problems = [...checkSeal(seal, before, keys), ...checked.problems];
      if (problems.length > 0) report(seal.number, first, last, problems.join('; '));
      if (!checked.rowsGiveRoot) different.push(...differences(seal.number, list.leaves, present));
      if (head?.seal.number === seal.number && head.seal.hash !== seal.hash)
        report(seal.number, covered(before), last, 'it is not the one that was kept: the chain was made anew');
      trust.saw(seal, problems.length === 0);
      before = { ...seal, lastPosition: last }; // as its leaves have it, so that the next one is not blamed
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
