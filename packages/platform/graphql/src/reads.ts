import type { PrismaClient } from '@waybill/db/prisma';
import type { GraphContext } from './context.ts';

/** The query side's client, with its type. */
export const reads = (context: Pick<GraphContext, 'reads'>): PrismaClient => context.reads as PrismaClient;
