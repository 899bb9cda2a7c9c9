import { demoCompany } from '@waybill/billing/module';
import type { Engine } from '@waybill/engine';
import { derivedId } from '@waybill/kernel';

const INSTALLATION = { kind: 'system', id: 'installation', name: 'Installation' } as const;

/** Fills the page of the company in with the demo's, unless it is filled in already. Answers whether it did. */
export const takeDemoCompany = async (execute: Engine['execute']): Promise<boolean> => {
  const outcome = await execute({
    type: 'ChangeCompany',
    data: { ...demoCompany },
    actor: INSTALLATION,
    commandId: derivedId('company', 'demo'),
    expectedVersion: 0,
  });
  if (outcome.status === 'accepted') return !outcome.duplicate;
  if (outcome.refusal.code === 'VersionConflict') return false;
  throw new Error(`The page of the company could not be filled in: ${outcome.refusal.message}`);
};
