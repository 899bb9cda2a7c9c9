import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';
import { anomalyFields, RESOLUTIONS } from './events.ts';

export const anomalyCommands = defineCommands({
  RecordAnomaly: command(
    'anomalyId',
    z.object({ anomalyId: z.string(), ...anomalyFields, owner: z.string().nullable() }),
    { creates: true },
  ),
  AssignAnomaly: command('anomalyId', z.object({ anomalyId: z.string(), owner: z.string().trim().min(1).max(200) })),
  /** What was awaited came by itself. Nothing, where there is no such anomaly or it is resolved. */
  SettleAnomaly: command(
    'anomalyId',
    z.object({ anomalyId: z.string(), resolution: z.enum(RESOLUTIONS), note: z.string() }),
  ),
});

export const resolveAnomalyCommands = defineCommands({
  /** A person's decision, carried out in the same append: in the order or the customer's purchases that it is about. */
  ResolveAnomaly: command(
    'anomalyId',
    z.object({
      anomalyId: z.string(),
      resolution: z.enum(['MATCHED_BY_HAND', 'GO_ON_WITHOUT', 'CREDIT_NOTE', 'DISMISSED']),
      note: z.string().trim().max(2_000).default(''),
      /** For MATCHED_BY_HAND. */
      orderId: z.string().nullable().default(null),
    }),
  ),
});
