import { useCallback } from 'react';
import { CancelRebuildDocument, RebuildProjectionDocument } from '../../../graphql/generated/documents.ts';
import { useAct } from '../../../live/use-act.ts';
import { useSay } from '../../../live/use-say.ts';
import { projections as texts } from '../../../texts/projections.ts';

/** Starts a rebuild of a view, or gives it up; answers whether that was done. */
export const useRebuild = (name: string) => {
  const say = useSay();
  const rebuild = useAct(RebuildProjectionDocument);
  const cancel = useAct(CancelRebuildDocument);
  const start = useCallback(
    async (acceptDifferences = false) =>
      (await say(await rebuild.run({ name, acceptDifferences }), {
        done: texts.started(name),
        refused: texts.notStarted,
      })) !== null,
    [name, rebuild.run, say],
  );
  const giveUp = useCallback(
    async () =>
      (await say(await cancel.run({ name }), { done: texts.givenUp(name), refused: texts.notGivenUp })) !== null,
    [cancel.run, name, say],
  );
  return { start, giveUp, busy: rebuild.busy || cancel.busy };
};
