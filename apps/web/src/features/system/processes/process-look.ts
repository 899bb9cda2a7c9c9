import type { Tone } from '../../../components/tone-shape.tsx';
import type { ProcessStatus } from '../../../graphql/generated/documents.ts';
import { processes as texts } from '../../../texts/processes.ts';

const tones: Record<ProcessStatus, Tone> = {
  WAITING: 'grey',
  LATE: 'red',
  TROUBLED: 'amber',
  ENDED: 'green',
  CANCELLED: 'violet',
};

export const processLook = (status: ProcessStatus): { tone: Tone; word: string } => ({
  tone: tones[status],
  word: texts.states[status],
});
