import { compareContracts, goldenFaults, readGolden } from '@waybill/engine/contracts';
import { describe, expect, it } from 'vitest';
import { contractFolders } from './contract-folders.ts';

describe.each(contractFolders())('the events of $context', ({ events, published, golden }) => {
  it('are what was published of them', () => {
    const { broken, unpublished } = compareContracts(published, events);
    expect(broken).toEqual([]);
    expect([...unpublished.keys()], 'not published yet: run `npm run contracts`').toEqual([]);
  });

  it('can be read in every version that was ever written, and by the code before them', async () => {
    expect(await goldenFaults(events, readGolden(golden))).toEqual([]);
  });
});
