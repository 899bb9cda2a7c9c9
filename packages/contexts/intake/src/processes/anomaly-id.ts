import { derivedId } from '@waybill/kernel';
import type { AnomalyKind } from '../anomaly/resolutions.ts';

/** One anomaly for one thing that is wrong, however often it is told. */
export const anomalyIdOf = (kind: AnomalyKind, ...about: readonly string[]): string =>
  derivedId('anomaly', kind, ...about);
