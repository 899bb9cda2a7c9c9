import { useCallback, useState } from 'react';
import { InclusionProofDocument } from '../../../graphql/generated/documents.ts';
import { saveJson } from '../../../lib/save-file.ts';
import { askOnce } from '../../../live/query-store.ts';
import { useWaybill } from '../../../live/waybill.tsx';

/** `none`: there is no such event, or no seal speaks for it yet. */
export type ProofOutcome = { kind: 'saved' } | { kind: 'none' } | { kind: 'failed'; message: string };

/** Saves the proof that the event at a position is what was sealed, as a file for the offline verifier. */
export const useProof = () => {
  const { client } = useWaybill();
  const [busy, setBusy] = useState(false);
  const save = useCallback(
    async (position: number, upTo?: number): Promise<ProofOutcome> => {
      setBusy(true);
      const { data, failure } = await askOnce(client, InclusionProofDocument, { position, upTo: upTo ?? null });
      setBusy(false);
      if (failure) return { kind: 'failed', message: failure.message };
      if (!data?.inclusionProof) return { kind: 'none' };
      saveJson(`waybill-proof-${position}.json`, data.inclusionProof);
      return { kind: 'saved' };
    },
    [client],
  );
  return { save, busy };
};
