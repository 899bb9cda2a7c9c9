import type { EventFinding, EventName } from './findings.ts';
import type { Leaf } from './leaves.ts';

/** A row as it is now. */
export interface Row extends EventName {
  readonly contentHash: Buffer;
}

/** A position at which the row is not what was sealed: one of them is missing, or they differ. */
export interface Difference {
  readonly seal: number;
  readonly position: number;
  readonly sealed?: Buffer;
  readonly row?: Row;
}

/** Goes through the sealed leaves and the rows of the same positions, both by position. */
export const differences = (seal: number, leaves: readonly Leaf[], rows: readonly Row[]): Difference[] => {
  const found: Difference[] = [];
  let at = 0;
  for (const { position, contentHash } of leaves) {
    for (let row = rows[at]; row && row.position < position; row = rows[at]) {
      found.push({ seal, position: row.position, row });
      at += 1;
    }
    const row = rows[at]?.position === position ? rows[at] : undefined;
    if (row) at += 1;
    // A copy: the leaf is a part of all its seal's bytes.
    if (!row?.contentHash.equals(contentHash))
      found.push({ seal, position, sealed: Buffer.from(contentHash), ...(row ? { row } : {}) });
  }
  for (const row of rows.slice(at)) found.push({ seal, position: row.position, row });
  return found;
};

/** Says of each difference what happened, with an eye on all the others: content that went elsewhere was reordered. */
export const explain = (found: readonly Difference[]): EventFinding[] => {
  const sealedAt = new Map(
    found.flatMap(({ sealed, position }) => (sealed ? [[sealed.toString('hex'), position]] : [])),
  );
  const standsAt = new Map(
    found.flatMap(({ row, position }) => (row ? [[row.contentHash.toString('hex'), position]] : [])),
  );
  return found.map(({ seal, position, sealed, row }) => {
    const holds = row && sealedAt.get(row.contentHash.toString('hex'));
    const nowAt = sealed && standsAt.get(sealed.toString('hex'));
    const moved = holds !== undefined || nowAt !== undefined;
    const kind = moved ? 'reordered' : row && sealed ? 'changed' : row ? 'inserted' : 'removed';
    const { contentHash: _, ...name } = row ?? { position, contentHash: undefined };
    return {
      kind,
      seal,
      ...name,
      ...(holds === undefined ? {} : { holds }),
      ...(nowAt === undefined ? {} : { nowAt }),
    };
  });
};
