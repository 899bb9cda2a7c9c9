import type { Tone } from '../../../components/tone-shape.tsx';
import type { ProjectionPartsFragment } from '../../../graphql/generated/documents.ts';
import { projections as texts } from '../../../texts/projections.ts';

export const projectionLook = ({
  status,
  late,
  lagEvents,
}: Pick<ProjectionPartsFragment, 'status' | 'late' | 'lagEvents'>): { tone: Tone; word: string } => {
  if (status === 'BLOCKED') return { tone: 'amber', word: texts.states.blocked };
  if (status === 'STARTING') return { tone: 'blue', word: texts.states.starting };
  if (late) return { tone: 'amber', word: texts.states.late };
  if (status === 'REBUILDING') return { tone: 'blue', word: texts.states.rebuilding };
  return lagEvents > 0 ? { tone: 'blue', word: texts.states.catchingUp } : { tone: 'green', word: texts.states.live };
};
