import { z } from 'zod';

/** Why somebody wants it, in their words. */
export const reason = z.string().trim().min(1, 'say why').max(500, 'say it in 500 characters');
