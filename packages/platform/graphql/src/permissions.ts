import { refusal } from '@waybill/kernel';

/** What not everybody may do who may use the API. */
export const PERMISSIONS = ['company:change', 'credit:change', 'credit:override', 'delivery:override'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const PermissionMissing = refusal(
  'PermissionMissing',
  { permission: 'String' },
  ({ permission }) =>
    `You may not do this, it takes the permission ${permission}: ask somebody who has it, or have it given to you.`,
);
