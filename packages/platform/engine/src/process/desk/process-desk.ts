import type { Actor } from '@waybill/event-store';
import type { Refusal } from '@waybill/kernel';
import { InvalidInput } from '../../command/refusals.ts';
import type { Process } from '../../define/process.ts';
import { cancelInstance } from './cancel-instance.ts';
import type { ProcessInstance } from './instance-row.ts';
import { type InstanceFilter, type InstancePage, listInstances } from './list-instances.ts';
import { type ProcessOverview, readOverview } from './overview.ts';
import { NothingToRetry, ProcessHasEnded, ProcessInstanceUnknown } from './refusals.ts';
import { type RetryPorts, retryInstance } from './retry-instance.ts';

/** Where people watch the instances of the processes, and help them. */
export interface ProcessDesk {
  list(filter: InstanceFilter, page: InstancePage): Promise<ProcessInstance[]>;
  find(process: string, instance: string): Promise<ProcessInstance | undefined>;
  /** What can be waited for, and how many instances are how. */
  overview(): Promise<ProcessOverview[]>;
  /** Commands that were set aside or refused are sent anew, and events that could not be taken are taken again. */
  retry(process: string, instance: string): Promise<Retried | Refusal>;
  /** Nothing is reacted to any more; what was done stays done. Cancelled twice is cancelled. */
  cancel(process: string, instance: string, reason: string, actor: Actor): Promise<ProcessInstance | Refusal>;
}

export interface Retried {
  readonly instance: ProcessInstance;
  /** How many commands are on their way again. */
  readonly commands: number;
  /** How many events were tried again. */
  readonly events: number;
}

const LONGEST_REASON = 500;

export const createProcessDesk = (ports: RetryPorts, processes: readonly Process[]): ProcessDesk => {
  const { pool } = ports;
  const find = async (process: string, instance: string) => {
    const [found] = await listInstances(pool, processes, { process, instance }, { limit: 1, order: 'newest first' });
    return found;
  };
  const again = async (process: string, instance: string): Promise<ProcessInstance> => {
    const found = await find(process, instance);
    if (!found) throw new Error(`${process} has lost its instance ${instance}`);
    return found;
  };
  return {
    list: (filter, page) => listInstances(pool, processes, filter, page),
    find,
    overview: () => readOverview(pool, processes),
    async retry(process, instance) {
      if (!(await find(process, instance))) return ProcessInstanceUnknown({ process, instance });
      const known = processes.find(({ name }) => name === process);
      if (!known) return ProcessInstanceUnknown({ process, instance });
      const tried = await retryInstance(ports, known, instance);
      if (!tried || tried.commands + tried.events === 0) return NothingToRetry({ process, instance });
      return { instance: await again(process, instance), ...tried };
    },
    async cancel(process, instance, reason, actor) {
      const text = reason.trim();
      if (text.length === 0 || text.length > LONGEST_REASON)
        return InvalidInput({ path: 'reason', reason: `it must say why, in up to ${LONGEST_REASON} characters` });
      const before = await find(process, instance);
      if (!before) return ProcessInstanceUnknown({ process, instance });
      if (before.status === 'CANCELLED') return before;
      const cancelled = await cancelInstance(pool, { name: process }, instance, text, actor);
      return cancelled ? again(process, instance) : ProcessHasEnded({ process, instance });
    },
  };
};
