/** Where an event is, as far as its row says. */
export interface EventName {
  readonly position: number;
  readonly streamId?: string;
  readonly version?: number;
  readonly type?: string;
}

/**
 * What is wrong with one event: its row was changed, removed, or put in later; or it stands where another was sealed
 * (`holds`: where the content that is here was sealed; `nowAt`: where the content that was sealed here is now).
 */
export interface EventFinding extends EventName {
  readonly kind: 'changed' | 'removed' | 'inserted' | 'reordered';
  /** 0 where no seal can speak for the position. */
  readonly seal: number;
  readonly holds?: number;
  readonly nowAt?: number;
  /** Of a removed event: the command that made it, as the commands' own table says. */
  readonly command?: string;
}

/** What is wrong with a seal, or with the chain; the events that it speaks for. */
export interface SealFinding {
  readonly kind: 'seal';
  readonly seal: number;
  readonly fromPosition: number;
  readonly toPosition: number;
  /** One sentence. */
  readonly problem: string;
}

export type Finding = EventFinding | SealFinding;

/** One line for people. */
export const describe = (finding: Finding): string => {
  if (finding.kind === 'seal')
    return `seal ${finding.seal} (positions ${finding.fromPosition} to ${finding.toPosition}): ${finding.problem}`;
  const { kind, position, streamId, version, type, seal } = finding;
  const name = type === undefined ? '' : `, ${type}, version ${version} of ${streamId}`;
  const where = seal === 0 ? 'where no append puts one' : `seal ${seal}`;
  return `position ${position}: ${kind}${name}${detail(finding)} (${where})`;
};

const detail = ({ kind, holds, nowAt, command }: EventFinding): string => {
  const parts = [
    holds !== undefined && holds === nowAt ? `swapped with position ${holds}` : '',
    holds !== undefined && holds !== nowAt ? `what stands here was sealed at position ${holds}` : '',
    nowAt !== undefined && holds !== nowAt ? `what was sealed here stands at position ${nowAt} now` : '',
    kind === 'removed' && command !== undefined ? `it was made by ${command}` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `; ${parts.join('; ')}` : '';
};
