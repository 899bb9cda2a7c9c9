import { fileURLToPath } from 'node:url';
import { createPool } from '@waybill/db';
import { type EventDefinition, engineEvents } from '@waybill/engine';
import { eventTypesOf } from '@waybill/engine/contracts';
import { createModules } from './create-modules.ts';

const folder = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** What a context's events are, and where it keeps what they were. */
export interface ContractFolders {
  readonly context: string;
  readonly events: readonly EventDefinition[];
  /** The published JSON Schemas. */
  readonly published: string;
  /** A stored event of every version. */
  readonly golden: string;
}

/** The engine's own events, which are in the streams of all contexts. */
const engine: ContractFolders = {
  context: 'engine',
  events: Object.values(engineEvents),
  published: folder('docs/contracts/engine'),
  golden: folder('packages/platform/engine/golden'),
};

/** Of the engine, and of every context that has events. Connects to nothing. */
export const contractFolders = (): ContractFolders[] => [
  engine,
  ...createModules({ pool: createPool('postgres://nobody@localhost/nothing') })
    .map((module) => ({
      context: module.name,
      events: eventTypesOf(module),
      published: folder(`docs/contracts/${module.name}`),
      golden: folder(`packages/contexts/${module.name}/golden`),
    }))
    .filter(({ events }) => events.length > 0),
];
