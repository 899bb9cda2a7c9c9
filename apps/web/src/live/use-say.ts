import { useCallback } from 'react';
import { toast } from 'sonner';
import { HistoryOfDocument } from '../graphql/generated/documents.ts';
import { actorName } from '../lib/actor-name.ts';
import { outcomes } from '../texts/outcomes.ts';
import { askOnce } from './query-store.ts';
import type { Outcome, Refusal } from './use-command.ts';
import { useWaybill } from './waybill.tsx';

type Said = { done?: string | undefined; refused: string; stream?: string };

/** Tells the outcome of a command: the reason and the way out where it was refused, what changed where it conflicts. */
export const useSay = () => {
  const { client } = useWaybill();
  const changesSince = useCallback(
    async (refusal: Refusal, stream: string | undefined) => {
      if (!stream || refusal.expectedVersion === undefined) return outcomes.conflictUnknown;
      const { data } = await askOnce(client, HistoryOfDocument, { stream });
      const since = data?.history.filter(({ version }) => version > (refusal.expectedVersion ?? 0)) ?? [];
      if (since.length === 0) return outcomes.conflictUnknown;
      return outcomes.conflictText(since.map(({ summary, actor }) => `${summary} (${actorName(actor)})`).join(', '));
    },
    [client],
  );
  return useCallback(
    async <Done>(outcome: Outcome<Done>, { done, refused, stream }: Said): Promise<Done | null> => {
      if (outcome.kind === 'done') {
        if (done) toast.success(done);
        return outcome.payload;
      }
      if (outcome.kind === 'unanswered') {
        toast.warning(outcomes.unanswered, { description: outcomes.unansweredText, duration: 10_000 });
        return null;
      }
      const { refusal } = outcome;
      if (refusal.__typename === 'VersionConflict') {
        toast.warning(outcomes.conflict, { description: await changesSince(refusal, stream), duration: 12_000 });
      } else {
        toast.error(refused, { description: refusal.message, duration: 10_000 });
      }
      return null;
    },
    [changesSince],
  );
};
