import type { Tone } from '../../../components/tone-shape.tsx';
import type { CommandOutcome } from '../../../graphql/generated/documents.ts';
import { commands as texts } from '../../../texts/commands.ts';

const tones: Record<CommandOutcome, Tone> = {
  ACCEPTED: 'green',
  REJECTED: 'amber',
  FAILED: 'red',
  QUEUED: 'grey',
  CANCELLED: 'violet',
};

export const outcomes: CommandOutcome[] = ['ACCEPTED', 'REJECTED', 'QUEUED', 'FAILED', 'CANCELLED'];

export const commandLook = (outcome: CommandOutcome): { tone: Tone; word: string } => ({
  tone: tones[outcome],
  word: texts.outcomes[outcome],
});
