import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';

/** The position up to which the feed is complete. */
export const readWatermark = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ watermark: number }>({
    name: 'es-watermark',
    types: numberTypes,
    text: 'select es.watermark()',
  });
  return rows[0]?.watermark ?? 0;
};
