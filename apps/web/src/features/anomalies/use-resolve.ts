import { ResolveAnomalyDocument, type ResolveAnomalyInput } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { anomalies as texts } from '../../texts/anomalies.ts';

/** Decides an anomaly and says what came of it; answers whether it was done. */
export const useResolve = (anomalyId: string) => {
  const say = useSay();
  const { run, busy } = useCommand(ResolveAnomalyDocument);
  const resolve = async (decision: Omit<ResolveAnomalyInput, 'anomalyId'>, done: string): Promise<boolean> =>
    Boolean(await say(await run({ anomalyId, ...decision }), { done, refused: texts.notResolved }));
  return { resolve, busy };
};
